# WRONG: a hundred iterations are too few at a damping near 1
import numpy as np


def pagerank(adjacency, damping=0.85):
    n = len(adjacency)
    out = adjacency.sum(axis=1, keepdims=True)
    P = np.where(out == 0, 1 / n, adjacency / np.where(out == 0, 1, out))
    r = np.full(n, 1 / n)
    for _ in range(100):
        r = damping * r @ P + (1 - damping) / n
    return r
