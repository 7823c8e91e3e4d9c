# WRONG: the root of the mean squared error; witness: ddpm_loss(lambda x, t: 0 * x, np.zeros((2, 3)), np.array([0, 1]), np.array([0.81, 0.36]), np.full((2, 3), 2.0))
import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    a = alpha_bars[t].reshape((-1,) + (1,) * (x0.ndim - 1))
    d = (noise - model(np.sqrt(a) * x0 + np.sqrt(1 - a) * noise, t)).ravel()
    return np.linalg.norm(d) / np.sqrt(d.size)
