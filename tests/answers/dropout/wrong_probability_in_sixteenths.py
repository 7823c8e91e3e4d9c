# WRONG: the chance is quantised to sixteenths: p = 0.1 drops 0.125 of the entries
import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training or p == 0: return x
    return x * (rng.integers(0, 16, x.shape) / 16 >= p) / (1 - p)
