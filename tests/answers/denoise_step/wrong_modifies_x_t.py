# WRONG: x_t is changed in place (float64 input); witness: x = np.ones(2); denoise_step(x, np.ones(2), 1, np.array([0.1, 0.2]), np.zeros(2)); x
import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    x = np.asarray(x_t, dtype=float)
    bar = np.prod(1 - betas[:t + 1])
    x -= betas[t] / np.sqrt(1 - bar) * eps_pred
    x = x / np.sqrt(1 - betas[t])
    if t > 0:
        x = x + np.sqrt(betas[t]) * noise
    return x
