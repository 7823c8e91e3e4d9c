# WRONG: no noise at t = 1 either; witness: denoise_step(np.zeros(2), np.zeros(2), 1, np.array([0.1, 0.2, 0.3]), np.ones(2))
import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    alphas = 1 - betas
    bar = np.prod(alphas[:t + 1])
    x = (x_t - betas[t] * eps_pred / np.sqrt(1 - bar)) / np.sqrt(alphas[t])
    if t > 1:
        x = x + np.sqrt(betas[t]) * noise
    return x
