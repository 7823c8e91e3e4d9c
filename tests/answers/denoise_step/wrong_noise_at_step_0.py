# WRONG: noise is added at t = 0 as well; witness: denoise_step(np.zeros(2), np.zeros(2), 0, np.array([0.1, 0.2]), np.ones(2))
import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    alphas = 1 - betas
    bar = np.prod(alphas[:t + 1])
    return (x_t - betas[t] * eps_pred / np.sqrt(1 - bar)) / np.sqrt(alphas[t]) + np.sqrt(betas[t]) * noise
