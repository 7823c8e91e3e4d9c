import numpy as np


def reparameterize(mu, log_var, rng):
    eps = rng.standard_normal(np.shape(mu))
    return mu + np.exp(0.5 * log_var) * eps
