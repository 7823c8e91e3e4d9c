# train of each fold misses the last index of the training part when sizes are uneven
import numpy as np
def k_fold(n, k, rng):
    if k < 2 or k > n: raise ValueError('k')
    o = rng.permutation(n)
    return [(np.setdiff1d(o, v)[:n - -(-n // k)], v) for v in np.array_split(o, k)]
