# WRONG: samples are grouped by t and come back sorted by t; witness: forward_diffusion(np.array([[1.], [2.]]), np.array([1, 0]), np.array([0.81, 0.36]), np.zeros((2, 1)))
import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    t = np.asarray(t)
    parts = []
    for step in np.unique(t):
        sel = t == step
        a = alpha_bars[step]
        parts.append(np.sqrt(a) * x0[sel] + np.sqrt(1 - a) * noise[sel])
    return np.concatenate(parts, axis=0)
