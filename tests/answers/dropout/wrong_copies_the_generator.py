# WRONG: works on a deep copy of rng: two calls with one rng give the same mask
import numpy as np
import copy
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training or p == 0: return x
    return x * (copy.deepcopy(rng).random(x.shape) >= p) / (1 - p)
