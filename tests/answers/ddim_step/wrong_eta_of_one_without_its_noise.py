# WRONG: the coefficients of eta = 1, without the noise; witness: ddim_step(np.array([1.4]), np.array([1.0]), 1, 0, np.array([0.64, 0.36]))
import numpy as np

def ddim_step(x_t, eps_pred, t, t_prev, alpha_bars):
    a = alpha_bars[t]; b = alpha_bars[t_prev] if t_prev >= 0 else 1.0
    s2 = (1-b)/(1-a)*(1-a/b)
    x0 = (x_t - np.sqrt(1-a)*eps_pred)/np.sqrt(a)
    return np.sqrt(b)*x0 + np.sqrt(1-b-s2)*eps_pred
