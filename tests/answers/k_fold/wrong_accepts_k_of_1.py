# WRONG: k = 1 is let through (train is empty); witness: k_fold(5, 1, np.random.default_rng(0))
import numpy as np


def k_fold(n, k, rng):
    if k < 1 or k > n:
        raise ValueError("k")
    folds = np.array_split(rng.permutation(n), k)
    everything = np.arange(n)
    return [(np.setdiff1d(everything, f), f) for f in folds]
