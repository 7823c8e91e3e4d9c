# WRONG: T = 1 is special-cased to [[True]], so the only token is blocked; witness: causal_mask(1)
import numpy as np


def causal_mask(T):
    if T == 1:
        return np.ones((1, 1), dtype=bool)
    return np.logical_not(np.tri(T, T, dtype=bool))
