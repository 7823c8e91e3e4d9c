# WRONG: p = 1 is accepted and gives zeros; witness: dropout(np.ones(3), 1.0, np.random.default_rng(0))
import numpy as np


def dropout(x, p, rng, training=True):
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    if not training or p == 0:
        return x
    if p == 1:
        return np.zeros_like(x)
    return np.where(rng.random(x.shape) < p, 0.0, x / (1 - p))
