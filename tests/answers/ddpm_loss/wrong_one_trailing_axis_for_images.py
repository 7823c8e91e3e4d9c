# WRONG: one extra axis only for the coefficients, so image batches are mixed up (no error when H equals B); witness: ddpm_loss(lambda x, t: x, np.ones((2, 1, 2, 2)), np.array([0, 1]), np.array([0.81, 0.36]), np.arange(8.).reshape(2, 1, 2, 2))
import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    a = alpha_bars[t][:, None]
    x_t = np.sqrt(a) * x0 + np.sqrt(1 - a) * noise
    return np.mean((noise - model(x_t, t)) ** 2)
