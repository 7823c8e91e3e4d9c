# WRONG: regresses on the scaled noise sqrt(1 - abar) * noise instead of the noise; witness: ddpm_loss(lambda x, t: 0 * x, np.zeros((1, 2)), np.array([1]), np.array([0.81, 0.36]), np.ones((1, 2)))
import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    a = alpha_bars[t].reshape((-1,) + (1,) * (x0.ndim - 1))
    added = np.sqrt(1 - a) * noise
    x_t = np.sqrt(a) * x0 + added
    return np.mean((added - model(x_t, t)) ** 2)
