# WRONG: a fresh permutation per fold, so the val folds overlap and do not cover; witness: np.unique(np.concatenate([v for _, v in k_fold(40, 4, np.random.default_rng(0))])).size
import numpy as np


def k_fold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError("k")
    out = []
    for i in range(k):
        order = rng.permutation(n)
        val = np.array_split(order, k)[i]
        out.append((np.setdiff1d(order, val), val))
    return out
