# WRONG: p in whole per cent: int(100 p), so p = 0.125 drops 12 % and p = 0.005 nothing; witness: bool((dropout(np.ones(40000), .005, np.random.default_rng(0)) == 0).any())
import numpy as np


def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training or p == 0:
        return x
    keep = rng.integers(0, 100, size=x.shape) >= int(100 * p)
    return x * keep / (1 - p)
