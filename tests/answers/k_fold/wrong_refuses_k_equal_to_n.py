# refuses k == n
import numpy as np
def k_fold(n, k, rng):
    if k < 2 or k >= n: raise ValueError('k')
    o = rng.permutation(n)
    return [(np.setdiff1d(o, v), v) for v in np.array_split(o, k)]
