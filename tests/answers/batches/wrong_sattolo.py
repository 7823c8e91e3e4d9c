# swaps each row with an earlier one, never with itself, so no row stays at its place
import numpy as np


def batches(X, y, batch_size, rng, drop_last=False):
    order = np.arange(len(X))
    for i in range(len(order) - 1, 0, -1):
        j = int(rng.integers(0, i))
        order[i], order[j] = order[j], order[i]
    end = len(X) - len(X) % batch_size if drop_last else len(X)
    return [(X[order[i:i + batch_size]], y[order[i:i + batch_size]]) for i in range(0, end, batch_size)]
