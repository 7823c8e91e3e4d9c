# WRONG: for 4-D input whole channels are dropped (not each entry by itself)
import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training or p == 0: return x
    shape = x.shape[:2] + (1,) * (x.ndim - 2) if x.ndim > 2 else x.shape
    return x * (rng.random(shape) >= p) / (1 - p)
