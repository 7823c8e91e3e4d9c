import numpy as np


class BadProbability(ValueError):
    pass


def dropout(x, p, rng, training=True):
    if p < 0 or p >= 1 or p != p:
        raise BadProbability(p)
    out = np.array(x, dtype=float)
    if training and p > 0:
        for idx in np.ndindex(out.shape):
            if rng.random() < p:
                out[idx] = 0.0
            else:
                out[idx] /= 1.0 - p
    return out
