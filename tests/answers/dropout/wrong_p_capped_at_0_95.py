# WRONG: a p above 0.95 is capped at 0.95
import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training or p == 0: return x
    p = min(p, 0.95)
    return x * (rng.random(x.shape) >= p) / (1 - p)
