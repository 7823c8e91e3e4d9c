# WRONG: alpha_bars is taken for alphas and multiplied up again; witness: forward_diffusion(np.ones((1, 2)), np.array([1]), np.array([0.81, 0.36]), np.zeros((1, 2)))
import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    a = np.cumprod(alpha_bars)[t].reshape((-1,) + (1,) * (x0.ndim - 1))
    return np.sqrt(a) * x0 + np.sqrt(1 - a) * noise
