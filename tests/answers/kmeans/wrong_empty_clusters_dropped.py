# WRONG: empty clusters are dropped from the result; witness: kmeans(np.array([[0.0], [1.0]]), np.array([[0.0], [50.0]]), 3)
import numpy as np


def _nearest(x, C):
    dist = [sum((a - b) ** 2 for a, b in zip(x, c)) for c in C]
    return dist.index(min(dist))


def kmeans(X, centroids, max_iters):
    """Lists of floats; returns lists turned to arrays at the end."""
    pts = np.asarray(X, dtype=float).tolist()
    C = np.asarray(centroids, dtype=float).tolist()
    steps = 0
    while steps < max_iters:
        groups = [[] for _ in C]
        for x in pts:
            groups[_nearest(x, C)].append(x)
        moved = [[sum(col) / len(g) for col in zip(*g)] for g in groups if g]
        steps += 1
        if moved == C:
            break
        C = moved
    return [np.array(C), np.array([_nearest(x, C) for x in pts])]
