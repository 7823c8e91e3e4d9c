import numpy as np
def k_fold(n, k, rng):
    if not 1 < k <= n: raise ValueError('k')
    f = rng.permutation(np.arange(n) % k)
    return tuple((np.flatnonzero(f != i), np.flatnonzero(f == i)) for i in range(k))
