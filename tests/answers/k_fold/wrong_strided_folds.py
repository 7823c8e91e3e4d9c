# strided folds, only renumbered: membership is not random
import numpy as np
def k_fold(n, k, rng):
    if k < 2 or k > n: raise ValueError('k')
    o = np.arange(n)
    fs = [rng.permutation(o[i::k]) for i in rng.permutation(k)]
    return [(np.setdiff1d(o, v), v) for v in fs]
