# WRONG: an assertion instead of a ValueError; witness: dropout(np.ones(3), -0.1, np.random.default_rng(0))
import numpy as np


def dropout(x, p, rng, training=True):
    assert 0 <= p < 1, "p must be in [0, 1)"
    if not training or p == 0:
        return x
    return x * (rng.random(x.shape) >= p) / (1 - p)
