import numpy as np
def kmeans(X, centroids, max_iters):
    X = X.astype(float)
    def assign(C):
        return np.argmin(((X[:, None] - C) ** 2).sum(-1), axis=1)
    def go(C, left):
        lab = assign(C)
        while left:
            hot = (lab[:, None] == np.arange(len(C))).astype(float)
            cnt = hot.sum(0)
            new = np.where(cnt[:, None] > 0, hot.T @ X / np.maximum(cnt, 1)[:, None], C)
            left -= 1
            if np.array_equal(new, C):
                return C, lab
            C, lab = new, assign(new)
        return C, lab
    return go(np.array(centroids, dtype=float), max_iters)
