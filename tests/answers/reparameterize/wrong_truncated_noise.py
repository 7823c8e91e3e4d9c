# WRONG: the noise is truncated to two standard deviations, so it is not standard normal (its spread is too small); witness: z = reparameterize(np.zeros(40000), np.zeros(40000), np.random.default_rng(0)); bool(np.abs(z).max() > 2.001)
import numpy as np


def reparameterize(mu, log_var, rng):
    eps = rng.standard_normal(np.shape(mu))
    bad = np.abs(eps) > 2
    while bad.any():                       # redraw outliers
        eps = np.where(bad, rng.standard_normal(np.shape(mu)), eps)
        bad = np.abs(eps) > 2
    return mu + np.exp(0.5 * log_var) * eps
