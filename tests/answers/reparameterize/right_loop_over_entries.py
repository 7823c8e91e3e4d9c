import math

import numpy as np


def reparameterize(mu, log_var, rng):
    mu, log_var = np.asarray(mu), np.asarray(log_var)
    z = np.zeros(mu.shape)
    for idx in np.ndindex(*mu.shape):
        sigma = math.exp(float(log_var[idx]) / 2)
        z[idx] = float(mu[idx]) + sigma * rng.normal()
    return z
