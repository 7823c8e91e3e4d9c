# WRONG: divides by the realised share of kept entries instead of 1 - p (not inverted dropout; biased spread)
import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training or p == 0: return x
    k = rng.random(x.shape) >= p
    return x * k / max(k.mean(), 1e-12)
