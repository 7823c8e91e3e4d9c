# WRONG: folds are contiguous blocks, only their order and the order inside is random; witness: any(np.ptp(v) > 4 for _, v in k_fold(20, 4, np.random.default_rng(0)))
import numpy as np


def k_fold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError("k")
    blocks = [rng.permutation(b) for b in np.array_split(np.arange(n), k)]
    order = rng.permutation(k)
    return [(np.concatenate([blocks[j] for j in order if j != i]), blocks[i]) for i in order]
