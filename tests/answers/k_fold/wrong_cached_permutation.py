# blocks of a permutation drawn once per process from a cached generator: same split for every rng
import numpy as np
_c = {}
def k_fold(n, k, rng):
    if k < 2 or k > n: raise ValueError('k')
    o = _c.setdefault((n, k), rng.permutation(n))
    return [(np.setdiff1d(o, v), v) for v in np.array_split(o, k)]
