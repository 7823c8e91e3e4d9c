import numpy as np


def pagerank(adjacency, damping=0.85):
    A = np.array(adjacency, dtype=float)
    n = len(A)
    A[A.sum(axis=1) == 0] = 1
    P = damping * A / A.sum(axis=1)[:, None] + (1 - damping) / n
    system = np.concatenate([P.T - np.eye(n), np.ones((1, n))])
    return np.linalg.lstsq(system, np.r_[np.zeros(n), 1.0], rcond=None)[0]
