import numpy as np


def ddim_step(x_t, eps_pred, t, t_prev, alpha_bars):
    a_t = alpha_bars[t]
    a_s = np.ones_like(a_t) if t_prev == -1 else alpha_bars[t_prev]
    pred_x0 = (x_t - (1 - a_t) ** 0.5 * eps_pred) / a_t**0.5
    dir_xt = (1 - a_s) ** 0.5 * eps_pred
    return a_s**0.5 * pred_x0 + dir_xt
