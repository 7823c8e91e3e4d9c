# WRONG: reads adjacency[i, j] as a link from j to i
import numpy as np


def pagerank(adjacency, damping=0.85):
    n = len(adjacency)
    A = adjacency / np.maximum(adjacency.sum(axis=0), 1) + (adjacency.sum(axis=0) == 0) / n
    return np.linalg.inv(np.eye(n) - damping * A) @ np.full(n, (1 - damping) / n)
