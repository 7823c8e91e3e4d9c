# WRONG: sqrt(1 - alpha_t) in place of sqrt(1 - alpha_bar_t), right at t = 0; witness: denoise_step(np.zeros(2), np.ones(2), 2, np.array([0.1, 0.2, 0.3]), np.zeros(2))
import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    alpha = 1 - betas[t]
    mean = (x_t - betas[t] / np.sqrt(1 - alpha) * eps_pred) / np.sqrt(alpha)
    return mean + np.sqrt(betas[t]) * noise if t > 0 else mean
