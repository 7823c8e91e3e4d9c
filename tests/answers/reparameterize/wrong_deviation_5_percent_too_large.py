# WRONG: the deviation is 5 percent too large; witness: reparameterize(np.zeros(10**6), np.zeros(10**6), np.random.default_rng(0)).std()
import numpy as np


def reparameterize(mu, log_var, rng):
    return mu + 1.05 * np.exp(log_var / 2) * rng.standard_normal(mu.shape)
