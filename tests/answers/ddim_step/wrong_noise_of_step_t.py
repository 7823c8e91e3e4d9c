# WRONG: mixes the clean sample with sqrt(1 - alpha_bar_t) eps; witness: ddim_step(np.array([1.4]), np.array([1.0]), 1, 0, np.array([0.64, 0.36]))
import numpy as np


def ddim_step(x_t, eps_pred, t, t_prev, alpha_bars):
    a = alpha_bars[t]
    b = alpha_bars[t_prev] if t_prev >= 0 else 1.0
    noise = np.sqrt(1 - a) * eps_pred
    x0 = (x_t - noise) / np.sqrt(a)
    return np.sqrt(b) * x0 + noise * (t_prev >= 0)
