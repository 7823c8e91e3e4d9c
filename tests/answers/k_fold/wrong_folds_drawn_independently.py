# WRONG: every row's fold is drawn independently, sizes are equal only on average; witness: sorted(len(v) for _, v in k_fold(40, 4, np.random.default_rng(0)))
import numpy as np


def k_fold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError("k")
    fold = rng.integers(0, k, size=n)
    return [(np.flatnonzero(fold != f), np.flatnonzero(fold == f)) for f in range(k)]
