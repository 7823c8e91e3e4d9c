# WRONG: stops as soon as any one centroid rests (an empty cluster keeps its centroid and stops the run)
import numpy as np
def kmeans(X, centroids, max_iters):
    X = X.astype(float)
    C = centroids.astype(float).copy(); f = lambda C: np.argmin(((X[:, None] - C) ** 2).sum(-1), 1)
    for _ in range(max_iters):
        lab = f(C)
        N = np.array([X[lab == j].mean(0) if (lab == j).any() else C[j] for j in range(len(C))])
        same = (N == C).all(1).any(); C = N
        if same: break
    return C, f(C)
