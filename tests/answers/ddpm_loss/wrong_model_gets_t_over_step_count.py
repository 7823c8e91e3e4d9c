# WRONG: the model is given t / T instead of t; witness: ddpm_loss(lambda x, t: 0 * x + t.reshape(-1, 1), np.zeros((2, 3)), np.array([0, 1]), np.array([0.81, 0.36]), np.ones((2, 3)))
import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    a = alpha_bars[t].reshape((-1,) + (1,) * (x0.ndim - 1))
    x_t = np.sqrt(a) * x0 + np.sqrt(1 - a) * noise
    pred = model(x_t, t / len(alpha_bars))
    return np.mean((noise - pred) ** 2)
