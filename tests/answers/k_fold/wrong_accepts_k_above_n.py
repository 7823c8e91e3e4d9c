# WRONG: k > n is not refused, some val folds are empty; witness: k_fold(3, 5, np.random.default_rng(0))
import numpy as np


def k_fold(n, k, rng):
    if k < 2:
        raise ValueError("k")
    fold = rng.permutation(np.arange(n) % k)
    return [(np.where(fold != f)[0], np.where(fold == f)[0]) for f in range(k)]
