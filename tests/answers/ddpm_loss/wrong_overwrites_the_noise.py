# WRONG: the noise argument is overwritten by the residual; witness: n = np.ones((2, 3)); ddpm_loss(lambda x, t: 0.5 * x, np.ones((2, 3)), np.array([0, 1]), np.array([0.81, 0.36]), n); n
import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    a = alpha_bars[t].reshape((-1,) + (1,) * (x0.ndim - 1))
    x_t = np.sqrt(a) * x0 + np.sqrt(1 - a) * noise
    diff = np.asarray(noise, dtype=float)
    diff -= model(x_t, t)
    return np.square(diff).mean()
