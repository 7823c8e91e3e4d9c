# WRONG: not inverted: scales by 1 - p when not training; witness: dropout(np.ones(3), .5, np.random.default_rng(0), training=False)
import numpy as np


def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError("p")
    if training:
        return np.where(rng.random(x.shape) >= p, x, 0.0)
    return x * (1 - p)
