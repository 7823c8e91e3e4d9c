# WRONG: standard deviation beta_t instead of sqrt(beta_t); witness: denoise_step(np.zeros(2), np.zeros(2), 1, np.array([0.1, 0.2]), np.ones(2))
import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    alphas = 1 - betas
    bar = np.cumprod(alphas)[t]
    mean = (x_t - (1 - alphas[t]) / np.sqrt(1 - bar) * eps_pred) / np.sqrt(alphas[t])
    return mean + (t > 0) * betas[t] * noise
