import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    a = alpha_bars[t].reshape((-1,) + (1,) * (x0.ndim - 1))
    x_t = np.sqrt(a) * x0 + np.sqrt(1 - a) * noise
    return np.mean((noise - model(x_t, t)) ** 2)
