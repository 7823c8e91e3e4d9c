# WRONG: alpha_bars[-1] for the clean sample; witness: ddim_step(np.array([1.4]), np.array([1.0]), 1, -1, np.array([0.64, 0.36]))
import numpy as np


def ddim_step(x_t, eps_pred, t, t_prev, alpha_bars):
    a, b = alpha_bars[t], alpha_bars[t_prev]
    x0 = (x_t - np.sqrt(1 - a) * eps_pred) / np.sqrt(a)
    return np.sqrt(b) * x0 + np.sqrt(1 - b) * eps_pred
