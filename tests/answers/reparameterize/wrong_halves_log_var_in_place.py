# WRONG: modifies log_var (a float64 log_var is halved in place); witness: lv = np.full((2, 2), 4.0); reparameterize(np.zeros((2, 2)), lv, np.random.default_rng(0)); lv
import numpy as np


def reparameterize(mu, log_var, rng):
    mu = np.asarray(mu, dtype=float)
    sigma = np.asarray(log_var, dtype=float)
    sigma *= 0.5
    return mu + np.exp(sigma) * rng.standard_normal(mu.shape)
