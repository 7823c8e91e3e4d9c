# WRONG: squared errors are summed over the features and averaged over the batch; witness: ddpm_loss(lambda x, t: 0 * x, np.zeros((2, 3)), np.array([0, 1]), np.array([0.81, 0.36]), np.ones((2, 3)))
import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    a = alpha_bars[t].reshape((-1,) + (1,) * (x0.ndim - 1))
    pred = model(np.sqrt(a) * x0 + np.sqrt(1 - a) * noise, t)
    return ((noise - pred) ** 2).reshape(len(x0), -1).sum(axis=1).mean()
