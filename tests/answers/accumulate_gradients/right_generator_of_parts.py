import numpy as np


def _batches(n, size):
    start = 0
    while start < n:
        yield slice(start, min(start + size, n))
        start += size


def accumulate_gradients(grad, X, y, size):
    n = len(y)
    acc = 0
    for s in _batches(n, size):
        acc = acc + grad(X[s], y[s]) * ((s.stop - s.start) / n)
    return acc
