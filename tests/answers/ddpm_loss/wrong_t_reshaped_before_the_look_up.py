# WRONG: the model is given t reshaped to broadcast against x, not t of shape (B,); witness: s = []; ddpm_loss(lambda x, t: (s.append(np.shape(t)), 0 * x)[1], np.zeros((2, 3)), np.array([0, 1]), np.array([0.81, 0.36]), np.ones((2, 3))); s
import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    t = np.reshape(t, (-1,) + (1,) * (x0.ndim - 1))
    a = alpha_bars[t]
    x_t = np.sqrt(a) * x0 + np.sqrt(1 - a) * noise
    return np.mean((noise - model(x_t, t)) ** 2)
