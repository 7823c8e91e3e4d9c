# WRONG: an empty cluster is re-seeded at the farthest point (must keep its centroid)
import numpy as np
def kmeans(X, centroids, max_iters):
    X = X.astype(float)
    C = centroids.astype(float).copy(); f = lambda C: np.argmin(((X[:, None] - C) ** 2).sum(-1), 1)
    for _ in range(max_iters):
        lab = f(C)
        far = ((X - C[lab]) ** 2).sum(-1).argmax()
        N = np.array([X[lab == j].mean(0) if (lab == j).any() else X[far] for j in range(len(C))])
        same = np.array_equal(N, C); C = N
        if same: break
    return C, f(C)
