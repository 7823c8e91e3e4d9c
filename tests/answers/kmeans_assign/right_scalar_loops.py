import numpy as np


def kmeans_assign(X, centroids):
    labels = []
    C = np.asarray(centroids, dtype=float).tolist()
    for x in np.asarray(X, dtype=float).tolist():
        best, where = float("inf"), 0
        for j, c in enumerate(C):
            d = 0.0
            for a, b in zip(x, c):
                d += (a - b) * (a - b)
            if d < best:
                best, where = d, j
        labels.append(where)
    return np.array(labels)
