# WRONG: the mean of a DDPM step with alpha_t = ratio of the alpha bars; witness: ddim_step(np.array([1.4]), np.array([1.0]), 1, 0, np.array([0.64, 0.36]))
import numpy as np


def ddim_step(x_t, eps_pred, t, t_prev, alpha_bars):
    prev = alpha_bars[t_prev] if t_prev >= 0 else 1.0
    alpha = alpha_bars[t] / prev
    beta = 1 - alpha
    return (x_t - beta / np.sqrt(1 - alpha_bars[t]) * eps_pred) / np.sqrt(alpha)
