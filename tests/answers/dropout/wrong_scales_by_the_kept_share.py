# WRONG: scales by the share that was really kept instead of 1 - p; witness: float(np.abs(dropout(np.ones(100), .5, np.random.default_rng(1))).max())
import numpy as np


def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training or p == 0:
        return x
    mask = rng.random(x.shape) >= p
    kept = mask.mean()
    return x * mask / kept if kept > 0 else np.zeros(x.shape)
