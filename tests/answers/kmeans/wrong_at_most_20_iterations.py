# WRONG: the labels of max_iters = 0 are right, but each run makes at most 100 steps
import numpy as np
def kmeans(X, centroids, max_iters):
    X = X.astype(float)
    C = centroids.astype(float).copy(); f = lambda C: np.argmin(((X[:, None] - C) ** 2).sum(-1), 1)
    for _ in range(min(max_iters, 20)):
        lab = f(C)
        C = np.array([X[lab == j].mean(0) if (lab == j).any() else C[j] for j in range(len(C))])
    return C, f(C)
