import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    alphas = 1.0 - betas
    alpha_bar = np.cumprod(alphas)[t]
    mean = (x_t - betas[t] / np.sqrt(1.0 - alpha_bar) * eps_pred) / np.sqrt(alphas[t])
    if t == 0:
        return mean
    return mean + np.sqrt(betas[t]) * noise
