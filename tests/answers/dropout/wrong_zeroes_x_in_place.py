# WRONG: zeroes entries of x in place; witness: (lambda x: (dropout(x, .5, np.random.default_rng(0)).shape, bool((x == 1).all())))(np.ones(200))
import numpy as np


def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training or p == 0:
        return x
    x[rng.random(x.shape) < p] = 0
    return x / (1 - p)
