# membership by reversed or plain rotation of blocks
import numpy as np
def k_fold(n, k, rng):
    if k < 2 or k > n: raise ValueError('k')
    o = np.roll(np.arange(n)[::rng.choice([-1, 1])], rng.integers(n))
    return [(rng.permutation(np.setdiff1d(o, v)), rng.permutation(v)) for v in np.array_split(o, k)]
