import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training or p == 0:
        return x
    keep = rng.binomial(1, 1 - p, size=x.shape)
    return x * keep / (1 - p)
