# WRONG: t is counted from 1, so t = 0 reads the last entry; witness: forward_diffusion(np.ones((1, 2)), np.array([0]), np.array([0.81, 0.36]), np.zeros((1, 2)))
import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    a = alpha_bars[np.asarray(t) - 1].reshape(-1, *[1] * (x0.ndim - 1))
    return np.sqrt(a) * x0 + np.sqrt(1 - a) * noise
