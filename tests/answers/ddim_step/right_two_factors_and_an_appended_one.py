import numpy as np

def ddim_step(x_t, eps_pred, t, t_prev, alpha_bars):
    ab = np.concatenate([alpha_bars, [1.0]])
    a, b = ab[t], ab[t_prev]
    return np.sqrt(b/a)*x_t + (np.sqrt(1-b) - np.sqrt(b*(1-a)/a))*eps_pred
