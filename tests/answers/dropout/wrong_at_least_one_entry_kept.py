# WRONG: at least one entry is always kept (redrawn if all fall): biased for small arrays
import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training or p == 0: return x
    while True:
        k = rng.random(x.shape) >= p
        if k.any(): return x * k / (1 - p)
