# WRONG: clips x0 to [-1, 1]; witness: ddim_step(np.array([5.0]), np.array([0.0]), 0, -1, np.array([0.64]))
import numpy as np


def ddim_step(x_t, eps_pred, t, t_prev, alpha_bars):
    a = alpha_bars[t]
    b = alpha_bars[t_prev] if t_prev >= 0 else 1.0
    x0 = np.clip((x_t - np.sqrt(1 - a) * eps_pred) / np.sqrt(a), -1, 1)
    return np.sqrt(b) * x0 + np.sqrt(1 - b) * eps_pred
