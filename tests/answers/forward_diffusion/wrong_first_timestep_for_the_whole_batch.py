# WRONG: the whole batch uses the first sample's t; witness: forward_diffusion(np.ones((2, 2)), np.array([0, 1]), np.array([0.81, 0.36]), np.zeros((2, 2)))
import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    a = alpha_bars[t[0]]
    return np.sqrt(a) * x0 + np.sqrt(1 - a) * noise
