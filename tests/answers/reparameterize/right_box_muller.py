import numpy as np


def _box_muller(shape, rng):
    """Standard normals from two uniforms per entry; 1 - u lies in (0, 1]."""
    r = np.sqrt(-2.0 * np.log(1.0 - rng.random(shape)))
    return r * np.cos(2.0 * np.pi * rng.random(shape))


def reparameterize(mu, log_var, rng):
    mu = np.array(mu, dtype=float)
    half = np.multiply(log_var, 0.5, dtype=float)
    return np.add(mu, np.exp(half) * _box_muller(mu.shape, rng))
