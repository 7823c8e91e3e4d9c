import numpy as np


def k_fold(n, k, rng):
    if not 2 <= k <= n:
        raise ValueError(f"k={k} folds for n={n}")
    deck = list(range(n))
    for i in range(n - 1):
        j = int(rng.integers(i, n))
        deck[i], deck[j] = deck[j], deck[i]
    result = []
    for f in range(k):
        val = deck[f::k]
        inside = set(val)
        train = [i for i in range(n) if i not in inside]
        result.append((np.array(train, dtype=int), np.array(val, dtype=int)))
    return result
