import numpy as np
def k_fold(n, k, rng):
    if k < 2 or k > n: raise ValueError('k')
    o = list(range(n))
    for i in range(n - 1, 0, -1):
        j = int(rng.integers(0, i + 1)); o[i], o[j] = o[j], o[i]
    return [[np.array([v for m, v in enumerate(o) if m % k != i]), np.array(o[i::k])] for i in range(k)]
