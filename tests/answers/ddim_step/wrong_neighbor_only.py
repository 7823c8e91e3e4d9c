# WRONG: goes to t - 1 whatever t_prev is; witness: ddim_step(np.array([1.4]), np.array([1.0]), 2, 0, np.array([0.64, 0.5, 0.36]))
import numpy as np


def ddim_step(x_t, eps_pred, t, t_prev, alpha_bars):
    a = alpha_bars[t]
    b = alpha_bars[t - 1] if t > 0 else 1.0
    x0 = (x_t - np.sqrt(1 - a) * eps_pred) / np.sqrt(a)
    return np.sqrt(b) * x0 + np.sqrt(1 - b) * eps_pred
