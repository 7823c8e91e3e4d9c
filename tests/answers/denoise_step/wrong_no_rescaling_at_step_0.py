# WRONG: at t = 0 the rescaling by 1 / sqrt(alpha_0) is left out too; witness: denoise_step(np.ones(2), np.zeros(2), 0, np.array([0.3, 0.4]), np.zeros(2))
import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    alphas = 1 - betas
    bar = np.cumprod(alphas)[t]
    x = x_t - betas[t] / np.sqrt(1 - bar) * eps_pred
    if t == 0:
        return x
    return x / np.sqrt(alphas[t]) + np.sqrt(betas[t]) * noise
