# WRONG: a 0/1 integer matrix instead of a boolean one; witness: causal_mask(3).dtype == bool
import numpy as np


def causal_mask(T):
    return np.triu(np.ones((T, T), dtype=int), k=1)
