import math

import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    out = np.empty(np.shape(x0))
    for i, step in enumerate(np.asarray(t).tolist()):
        ab = float(alpha_bars[step])
        out[i] = math.sqrt(ab) * x0[i] + math.sqrt(1 - ab) * noise[i]
    return out
