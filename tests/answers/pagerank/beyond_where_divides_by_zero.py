# right, but np.where divides 0 by 0 before it discards the result
import numpy as np


def pagerank(adjacency, damping=0.85):
    n = len(adjacency)
    out = adjacency.sum(axis=1, keepdims=True)
    P = np.where(out > 0, adjacency / out, 1 / n)
    return np.linalg.solve(np.eye(n) - damping * P.T, np.full(n, (1 - damping) / n))
