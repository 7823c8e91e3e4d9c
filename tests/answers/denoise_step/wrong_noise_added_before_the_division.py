# WRONG: the noise is added before the division by sqrt(alpha_t), so the variance is beta_t / alpha_t; witness: denoise_step(np.zeros(2), np.zeros(2), 1, np.array([0.1, 0.2]), np.ones(2))
import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    alphas = 1 - betas
    bar = np.cumprod(alphas)[t]
    z = noise if t > 0 else 0.0
    return (x_t - betas[t] / np.sqrt(1 - bar) * eps_pred + np.sqrt(betas[t]) * z) / np.sqrt(alphas[t])
