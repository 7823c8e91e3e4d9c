# WRONG: the noise's square root is missing for the first step t = 0 only; witness: forward_diffusion(np.zeros((2, 2)), np.array([0, 1]), np.array([0.81, 0.36]), np.ones((2, 2)))
import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    t = np.asarray(t)
    shape = (-1,) + (1,) * (x0.ndim - 1)
    a = alpha_bars[t]
    spread = np.where(t > 0, np.sqrt(1 - a), 1 - a)
    return np.sqrt(a).reshape(shape) * x0 + spread.reshape(shape) * noise
