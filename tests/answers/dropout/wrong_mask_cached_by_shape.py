# WRONG: the mask is cached per shape and p: every later call drops the same entries; witness: (lambda rng: bool((dropout(np.ones(100), .5, rng) == dropout(np.ones(100), .5, rng)).all()))(np.random.default_rng(0))
import numpy as np


def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training or p == 0:
        return x
    if (x.shape, p) not in _masks:
        _masks[x.shape, p] = (rng.random(x.shape) >= p) / (1 - p)
    return x * _masks[x.shape, p]


_masks = {}
