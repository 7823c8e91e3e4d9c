# WRONG: the last row is never dropped (mask drawn for n - 1 rows)
import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training or p == 0: return x
    k = rng.random(x.shape) >= p
    if x.ndim > 1 and len(x) > 1: k[-1] = True
    return x * k / (1 - p)
