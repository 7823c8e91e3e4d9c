import numpy as np


def kmeans_update(X, labels, centroids):
    K, d = np.shape(centroids)
    total = [[0.0] * d for _ in range(K)]
    count = [0] * K
    for row, lab in zip(np.asarray(X, dtype=float).tolist(), np.asarray(labels).tolist()):
        count[lab] += 1
        for j, v in enumerate(row):
            total[lab][j] += v
    old = np.asarray(centroids, dtype=float).tolist()
    return np.array([[s / c for s in row] if c else keep for row, c, keep in zip(total, count, old)])
