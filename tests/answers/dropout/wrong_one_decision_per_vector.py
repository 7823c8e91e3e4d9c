# WRONG: one decision per vector along the last axis of batches of sequences and images
import numpy as np


def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError(p)
    if not training:
        return x
    shape = x.shape[:-1] + (1,) if x.ndim > 2 else x.shape
    return x * (rng.random(shape) >= p) / (1 - p)
