# WRONG: keeps the noise of the first call for every later call with the same shape; witness: a = reparameterize(np.zeros(3), np.zeros(3), np.random.default_rng(0)); b = reparameterize(np.zeros(3), np.zeros(3), np.random.default_rng(1)); bool(np.array_equal(a, b))
import numpy as np


def _noise(shape, rng, _cache={}):
    if shape not in _cache:
        _cache[shape] = rng.standard_normal(shape)
    return _cache[shape]


def reparameterize(mu, log_var, rng):
    return mu + np.exp(0.5 * log_var) * _noise(np.shape(mu), rng)
