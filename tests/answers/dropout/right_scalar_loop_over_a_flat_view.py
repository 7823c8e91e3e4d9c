import numpy as np
class BadRate(ValueError):
    """p out of range"""
def dropout(x, p, rng, training=True):
    if p < 0 or p >= 1:
        raise BadRate(p)
    y = np.array(x, dtype=float, order="C")
    if training:
        flat = y.reshape(-1)
        for i in range(flat.size):
            flat[i] = 0.0 if rng.random() < p else flat[i] / (1.0 - p)
    return y
