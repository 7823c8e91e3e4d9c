# WRONG: one mask for each row is shared by pairs of neighbouring columns (not independent)
import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training or p == 0: return x
    n = x.shape[-1]
    k = rng.random(x.shape[:-1] + ((n + 1) // 2,)) >= p
    return x * np.repeat(k, 2, axis=-1)[..., :n] / (1 - p)
