# WRONG: the permutation is a random rotation, folds are cyclic blocks; witness: any(np.sum(np.diff(np.sort(v), append=min(v) + 20) != 1) > 1 for _, v in k_fold(20, 4, np.random.default_rng(0)))
import numpy as np


def k_fold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError("k")
    order = np.roll(np.arange(n), int(rng.integers(n)))
    folds = np.array_split(order, k)
    return [(rng.permutation(np.setdiff1d(order, f)), rng.permutation(f)) for f in folds]
