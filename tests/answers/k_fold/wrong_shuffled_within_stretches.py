# WRONG: shuffles only inside each stretch of k consecutive rows, so every fold has exactly one row of each stretch; witness: (lambda r: any(len(set(int(i) // 4 for i in v)) < len(v) for _, v in r))(k_fold(40, 4, np.random.default_rng(0)))
import numpy as np


def k_fold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError("k")
    fold = np.concatenate([rng.permutation(k) for _ in range(-(-n // k))])[:n]
    return [(np.flatnonzero(fold != f), np.flatnonzero(fold == f)) for f in range(k)]
