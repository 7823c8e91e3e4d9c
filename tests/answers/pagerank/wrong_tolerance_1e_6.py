# WRONG: stops when a step changes little
import numpy as np


def pagerank(adjacency, damping=0.85):
    n = len(adjacency)
    out = adjacency.sum(axis=1, keepdims=True)
    P = np.where(out > 0, adjacency / np.maximum(out, 1), 1 / n)
    r = np.ones(n) / n
    while True:
        new = damping * P.T @ r + (1 - damping) / n
        if np.linalg.norm(new - r, 1) < 1e-6:
            return new
        r = new
