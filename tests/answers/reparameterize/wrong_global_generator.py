# WRONG: draws from NumPy's global generator, so the same seed of rng does not give the same result; witness: a, b = (reparameterize(np.zeros(5), np.zeros(5), np.random.default_rng(3)) for _ in range(2)); bool(np.array_equal(a, b))
import numpy as np


def reparameterize(mu, log_var, rng):
    return mu + np.exp(0.5 * log_var) * np.random.standard_normal(np.shape(mu))
