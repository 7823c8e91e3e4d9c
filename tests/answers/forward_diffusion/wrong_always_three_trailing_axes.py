# WRONG: trailing singleton axes are always three, so (B, d) input becomes four-dimensional; witness: forward_diffusion(np.ones((2, 3)), np.array([0, 1]), np.array([0.81, 0.36]), np.zeros((2, 3))).shape
import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    a = alpha_bars[t].reshape(-1, 1, 1, 1)
    return np.sqrt(a) * x0 + np.sqrt(1 - a) * noise
