import numpy as np


def k_fold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError("need 2 <= k <= n")
    folds = np.array_split(rng.permutation(n), k)
    return [(np.concatenate(folds[:i] + folds[i + 1:]), folds[i]) for i in range(k)]
