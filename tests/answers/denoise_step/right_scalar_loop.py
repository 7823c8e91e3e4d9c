import math

import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    b = np.asarray(betas, dtype=float).tolist()
    t = int(t)
    bar = 1.0
    for s in range(t + 1):
        bar *= 1.0 - b[s]
    scale = 1.0 / math.sqrt(1.0 - b[t])
    drift = b[t] / math.sqrt(1.0 - bar)
    x = np.asarray(x_t, dtype=float)
    e = np.asarray(eps_pred, dtype=float)
    out = np.empty(x.shape)
    for idx in np.ndindex(*x.shape):
        out[idx] = scale * (float(x[idx]) - drift * float(e[idx]))
        if t > 0:
            out[idx] += math.sqrt(b[t]) * float(noise[idx])
    return out
