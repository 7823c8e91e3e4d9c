# WRONG: scales float64 x0 in place; witness: x = np.ones((1, 2)); forward_diffusion(x, np.array([1]), np.array([0.81, 0.36]), np.zeros((1, 2))); x
import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    x = np.asarray(x0, dtype=float)
    a = np.expand_dims(alpha_bars[t], tuple(range(1, x.ndim)))
    x *= np.sqrt(a)
    return x + np.sqrt(1 - a) * noise
