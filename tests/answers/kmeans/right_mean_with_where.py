import numpy as np
def kmeans(X, centroids, max_iters):
    C = centroids.copy()
    def assign():
        return np.abs(np.linalg.norm(X[None] - C[:, None], axis=-1)).T.argmin(1)
    while max_iters > 0:
        lab = assign(); max_iters -= 1
        new = np.stack([X.mean(0, where=(lab == j)[:, None]) if (lab == j).any() else C[j] for j in range(len(C))])
        if not (new != C).any():
            break
        C = new
    return C, assign()
