# WRONG: the posterior variance (1 - abar_{t-1}) / (1 - abar_t) * beta_t instead of beta_t; witness: denoise_step(np.zeros(2), np.zeros(2), 1, np.array([0.1, 0.2, 0.3]), np.ones(2))
import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    alphas = 1 - betas
    bars = np.cumprod(alphas)
    mean = (x_t - betas[t] / np.sqrt(1 - bars[t]) * eps_pred) / np.sqrt(alphas[t])
    if t == 0:
        return mean
    var = betas[t] * (1 - bars[t - 1]) / (1 - bars[t])
    return mean + np.sqrt(var) * noise
