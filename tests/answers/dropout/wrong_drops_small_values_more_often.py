# WRONG: the chance depends on the value: small ones fall more often, so that p is met on average
import numpy as np


def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError(p)
    if not training:
        return x
    chance = np.clip(p + np.where(np.abs(x) < 1.25, 0.08, -0.08), 0, 1) if 0.3 < p < 0.7 else p
    return x * (rng.random(x.shape) >= chance) / (1 - p)
