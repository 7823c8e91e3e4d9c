import numpy as np


def ddim_step(x_t, eps_pred, t, t_prev, alpha_bars, eta=0.0):
    table = dict(enumerate(np.asarray(alpha_bars, dtype=float)))
    table[-1] = 1.0
    a, b = table[int(t)], table[int(t_prev)]
    sigma = eta * np.sqrt((1 - b) / (1 - a)) * np.sqrt(1 - a / b)
    x0 = (x_t - np.sqrt(1.0 - a) * eps_pred) / np.sqrt(a)
    out = np.multiply(x0, np.sqrt(b))
    return out + np.sqrt(1.0 - b - sigma**2) * eps_pred
