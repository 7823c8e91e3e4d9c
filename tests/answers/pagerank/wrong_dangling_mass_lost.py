# WRONG: pages without links lose their rank
import numpy as np


def pagerank(adjacency, damping=0.85):
    n = len(adjacency)
    out = adjacency.sum(axis=1)
    out[out == 0] = 1
    P = adjacency / out[:, None]
    return np.linalg.solve(np.eye(n) - damping * P.T, np.ones(n) * (1 - damping) / n)
