# WRONG: distances in float32: points nearly half-way are assigned wrongly
import numpy as np
def kmeans(X, centroids, max_iters):
    X = X.astype(float)
    C = centroids.astype(float).copy(); f = lambda C: np.argmin(((X.astype(np.float32)[:, None] - C.astype(np.float32)) ** 2).sum(-1), 1)
    for _ in range(max_iters):
        lab = f(C)
        N = np.array([X[lab == j].mean(0) if (lab == j).any() else C[j] for j in range(len(C))])
        same = np.array_equal(N, C); C = N
        if same: break
    return C, f(C)
