# WRONG: the first entry of every array is never dropped
import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training or p == 0: return x
    k = rng.random(x.shape) >= p
    if x.size > 1: k.flat[0] = True
    return x * k / (1 - p)
