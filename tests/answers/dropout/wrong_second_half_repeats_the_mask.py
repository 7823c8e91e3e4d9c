# WRONG: the mask of the second half repeats the first half's
import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training or p == 0: return x
    h = -(-x.size // 2)
    k = rng.random(h) >= p
    k = np.concatenate([k, k])[:x.size].reshape(x.shape)
    return x * k / (1 - p)
