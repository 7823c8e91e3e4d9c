# WRONG: mean absolute error for residuals above 1 (Huber/smooth L1) instead of the squared error; witness: ddpm_loss(lambda x, t: 0 * x, np.zeros((1, 2)), np.array([1]), np.array([0.81, 0.36]), np.array([[3.0, 0.5]]))
import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    a = alpha_bars[t].reshape((-1,) + (1,) * (x0.ndim - 1))
    d = np.abs(noise - model(np.sqrt(a) * x0 + np.sqrt(1 - a) * noise, t))
    return np.where(d <= 1, d * d, 2 * d - 1).mean()
