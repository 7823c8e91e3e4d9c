import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    a = alpha_bars[t].reshape((-1,) + (1,) * (x0.ndim - 1))
    return np.sqrt(a) * x0 + np.sqrt(1.0 - a) * noise
