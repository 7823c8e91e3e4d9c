# array_split evens out the sizes instead of leaving one small batch
import numpy as np


def batches(X, y, batch_size, rng, drop_last=False):
    order = rng.permutation(len(X))
    if drop_last:
        order = order[: len(X) // batch_size * batch_size]
    if len(order) == 0:
        return []
    pieces = np.array_split(order, int(np.ceil(len(order) / batch_size)))
    return [(X[p], y[p]) for p in pieces]
