# WRONG: one decision per column: the entries of a column are dropped together; witness: (lambda y: bool((y == y[0]).all()))(dropout(np.ones((50, 40)), .5, np.random.default_rng(0)))
import numpy as np


def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training:
        return x.copy()
    mask = rng.random(x.shape[-1]) >= p
    return x * mask / (1 - p)
