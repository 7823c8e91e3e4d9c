from itertools import accumulate

import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    flags = np.zeros(len(X), dtype=np.int8)
    cuts = list(accumulate(int(np.floor(len(X) * f + 1e-9)) for f in (val_fraction, test_fraction)))
    flags[:cuts[0]] = 1
    flags[cuts[0]:cuts[1]] = 2
    rng.shuffle(flags)                 # shuffles the flags, not the data
    pick = lambda k: (np.compress(flags == k, X, axis=0), np.compress(flags == k, y, axis=0))
    return *pick(0), *pick(1), *pick(2)
