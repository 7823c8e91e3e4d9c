# WRONG: the mask of 0 and -inf (additive) instead of a boolean one; witness: causal_mask(2)
import numpy as np


def causal_mask(T):
    return np.where(np.tri(T) > 0, 0.0, -np.inf)
