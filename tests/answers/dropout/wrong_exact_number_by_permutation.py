# WRONG: drops an exact number of entries (permutation): not independent
import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training or p == 0: return x
    m = np.ones(x.size)
    t = p * x.size; c = int(t) + (rng.random() < t - int(t))
    m[rng.permutation(x.size)[:c]] = 0
    return x * m.reshape(x.shape) / (1 - p)
