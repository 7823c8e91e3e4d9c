import numpy as np


def pagerank(adjacency, damping=0.85):
    n = adjacency.shape[0]
    M = np.zeros((n, n))
    for i in range(n):
        k = adjacency[i].sum()
        M[:, i] = adjacency[i] / k if k > 0 else 1.0 / n
    r = np.ones(n) / n
    for _ in range(200000):
        nxt = damping * M.dot(r) + (1 - damping) / n
        if np.abs(nxt - r).max() < 1e-12:
            break
        r = nxt
    return nxt / nxt.sum()
