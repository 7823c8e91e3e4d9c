# WRONG: stale labels: the assignment before the last update
import numpy as np
def kmeans(X, centroids, max_iters):
    C = centroids.astype(float).copy(); lab = np.argmin(((X[:, None] - C) ** 2).sum(-1), 1)
    for _ in range(max_iters):
        lab = np.argmin(((X[:, None] - C) ** 2).sum(-1), 1)
        N = np.array([X[lab == j].mean(0) if (lab == j).any() else C[j] for j in range(len(C))])
        same = np.array_equal(N, C); C = N
        if same: break
    return C, lab
