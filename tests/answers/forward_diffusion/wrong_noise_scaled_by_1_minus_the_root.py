# WRONG: the noise is scaled by 1 - sqrt(alpha_bar); witness: forward_diffusion(np.zeros((1, 2)), np.array([1]), np.array([0.81, 0.36]), np.ones((1, 2)))
import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    s = np.sqrt(alpha_bars[t]).reshape((-1,) + (1,) * (x0.ndim - 1))
    return s * x0 + (1 - s) * noise
