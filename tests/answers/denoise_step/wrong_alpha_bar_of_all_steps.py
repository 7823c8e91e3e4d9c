# WRONG: alpha_bar is the product of all alphas instead of those up to t, right for the last t; witness: denoise_step(np.zeros(2), np.ones(2), 0, np.array([0.1, 0.2]), np.zeros(2))
import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    alphas = 1 - betas
    bar = np.prod(alphas)
    mean = (x_t - betas[t] / np.sqrt(1 - bar) * eps_pred) / np.sqrt(alphas[t])
    return mean + np.sqrt(betas[t]) * noise if t else mean
