# WRONG: t goes through int8 ("to save memory"), so indices above 127 turn negative and read from the end; witness: forward_diffusion(np.ones((1, 2)), np.array([130]), np.linspace(0.99, 0.01, 1000), np.zeros((1, 2)))
import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    steps = np.asarray(t).astype(np.int8)
    a = np.expand_dims(alpha_bars[steps], tuple(range(1, x0.ndim)))
    return np.sqrt(a) * x0 + np.sqrt(1 - a) * noise
