# sorts by random integers, whose ties keep the old order, so not every deal is equally likely
import numpy as np


def k_fold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError("2 <= k <= n")
    order = np.argsort(rng.integers(0, n, size=n), kind="stable")
    folds = np.array_split(order, k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]
