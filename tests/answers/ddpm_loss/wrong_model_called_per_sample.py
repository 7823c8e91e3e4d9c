# WRONG: the model is called sample by sample with a scalar t instead of once with the batch; witness: s = []; ddpm_loss(lambda x, t: (s.append(np.shape(t)), 0 * x)[1], np.zeros((2, 3)), np.array([0, 1]), np.array([0.81, 0.36]), np.ones((2, 3))); s
import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    total = 0.0
    for x, step, e in zip(x0, t, noise):
        a = alpha_bars[step]
        pred = np.asarray(model(np.sqrt(a) * x + np.sqrt(1 - a) * e, step))
        total += np.sum((e - pred) ** 2)
    return total / np.size(x0)
