import math

import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = X.shape[0]
    deck = list(range(n))
    # Fisher-Yates by hand
    for i in range(n - 1, 0, -1):
        j = int(rng.integers(0, i + 1))
        deck[i], deck[j] = deck[j], deck[i]
    a = math.floor(n * val_fraction + 1e-9)
    b = a + math.floor(n * test_fraction + 1e-9)
    parts = (deck[b:], deck[:a], deck[a:b])
    out = []
    for part in parts:
        idx = np.array(part, dtype=int)
        out.append(np.take(X, idx, axis=0))
        out.append(np.take(y, idx, axis=0))
    return out
