# WRONG: a generator of its own with a fixed seed, every rng gives the same folds; witness: len({tuple(np.sort(k_fold(30, 3, np.random.default_rng(s))[0][1])) for s in range(5)})
import numpy as np


def k_fold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError("k")
    order = np.random.default_rng(n).permutation(n)
    folds = np.array_split(order, k)
    return [(np.concatenate(folds[:i] + folds[i + 1:]), folds[i]) for i in range(k)]
