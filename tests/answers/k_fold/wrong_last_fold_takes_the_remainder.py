# the last fold takes the whole remainder: sizes differ by more than 1
import numpy as np
def k_fold(n, k, rng):
    if k < 2 or k > n: raise ValueError('k')
    o = rng.permutation(n); s = n // k
    out = []
    for i in range(k):
        e = n if i == k - 1 else (i + 1) * s
        out.append((np.concatenate([o[:i * s], o[e:]]), o[i * s:e]))
    return out
