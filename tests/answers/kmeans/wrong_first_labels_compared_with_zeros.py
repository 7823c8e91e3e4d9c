# WRONG: stops when the labels equal the last labels, which start as zeros: if all points go to cluster 0 at first, nothing moves
import numpy as np
def kmeans(X, centroids, max_iters):
    X = X.astype(float)
    C = centroids.astype(float).copy(); f = lambda C: np.argmin(((X[:, None] - C) ** 2).sum(-1), 1)
    last = np.zeros(len(X), int)
    for _ in range(max_iters):
        lab = f(C)
        if np.array_equal(lab, last): break
        last = lab
        C = np.array([X[lab == j].mean(0) if (lab == j).any() else C[j] for j in range(len(C))])
    return C, f(C)
