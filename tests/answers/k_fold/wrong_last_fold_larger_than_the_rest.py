# WRONG: the last fold takes the whole remainder, sizes differ by more than 1; witness: sorted(len(v) for _, v in k_fold(11, 4, np.random.default_rng(0)))
import numpy as np


def k_fold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError("k")
    order = rng.permutation(n)
    size = n // k
    result = []
    for i in range(k):
        start, stop = i * size, (i + 1) * size if i < k - 1 else n
        result.append((np.concatenate([order[:start], order[stop:]]), order[start:stop]))
    return result
