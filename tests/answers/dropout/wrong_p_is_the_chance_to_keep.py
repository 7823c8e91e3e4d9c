# WRONG: p is the chance to keep; witness: abs(float((dropout(np.ones(40000), .2, np.random.default_rng(0)) == 0).mean()) - .2) < .05
import numpy as np


def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training or p == 0:
        return x
    mask = rng.random(x.shape) < p
    return x * mask / p
