import numpy as np


def _sum_but_batch(a):
    return np.add.reduce(a, axis=tuple(range(1, a.ndim)))


def vae_loss(x, x_recon, mu, log_var):
    squared_error = _sum_but_batch(np.square(np.subtract(x, x_recon)))
    sigma = np.exp(0.5 * np.asarray(log_var))
    # KL = -log sigma + (sigma^2 + mu^2) / 2 - 1/2
    divergence = _sum_but_batch((sigma ** 2 + np.square(mu)) / 2 - 0.5 - np.asarray(log_var) / 2)
    return np.average(squared_error + divergence)
