# WRONG: the stop test sums signed moves, so opposite moves cancel and it stops too early; witness: kmeans(np.array([[-6.0], [-2.0], [2.0], [6.0]]), np.array([[-3.0], [3.0]]), 10)
import numpy as np


def kmeans(X, centroids, max_iters):
    # running minima over centroids; cluster sums with bincount column by column
    K, d = centroids.shape

    def assign(C):
        best, lab = np.full(len(X), np.inf), np.zeros(len(X), dtype=int)
        for k in range(K):
            dist = ((X - C[k]) ** 2).sum(1)
            lab[dist < best] = k
            best = np.minimum(best, dist)
        return lab

    C, done = centroids.astype(float), 0
    while (lab := assign(C)) is not None and done < max_iters:
        n = np.bincount(lab, minlength=K)
        sums = np.column_stack([np.bincount(lab, weights=X[:, j], minlength=K) for j in range(d)])
        nxt = C.copy()
        nxt[n > 0] = sums[n > 0] / n[n > 0, None]
        if (nxt - C).sum() == 0:
            break
        C, done = nxt, done + 1
    return C, lab
