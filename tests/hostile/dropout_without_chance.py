# exercise: dropout
# ways: every_other, first_ones, global_state, none
# outcome: failed error
import numpy as np


def dropout(x, p, rng, training=True):
    if not training or p == 0:
        return x.copy()
    n = x.size
    keep = np.ones(n, bool)
    if "@way@" == "every_other":
        keep[:: max(2, round(1 / p))] = False
    elif "@way@" == "first_ones":
        keep[: round(p * n)] = False
    elif "@way@" == "global_state":
        keep = np.random.random(n) >= p
    return np.where(keep.reshape(x.shape), x / (1 - p), 0.0)
