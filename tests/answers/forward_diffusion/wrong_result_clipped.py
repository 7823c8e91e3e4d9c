# WRONG: the result is clipped to [-1, 1]; witness: forward_diffusion(np.full((1, 2), 3.0), np.array([0]), np.array([0.81, 0.36]), np.zeros((1, 2)))
import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    a = alpha_bars[t].reshape((-1,) + (1,) * (x0.ndim - 1))
    return np.clip(np.sqrt(a) * x0 + np.sqrt(1 - a) * noise, -1.0, 1.0)
