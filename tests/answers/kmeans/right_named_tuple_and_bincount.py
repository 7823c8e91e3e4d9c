import numpy as np
from typing import NamedTuple
class Result(NamedTuple):
    centroids: np.ndarray
    labels: np.ndarray
def kmeans(X, centroids, max_iters=100):
    k, d = centroids.shape
    def label(c):
        dist = np.stack([np.linalg.norm(X - row, axis=1) for row in c])
        return dist.argmin(axis=0)
    c = centroids.astype(np.float64, copy=True)
    done, it = False, 0
    while not done and it < max_iters:
        l = label(c)
        before = c.copy()
        n = np.bincount(l, minlength=k)
        for f in range(d):
            s = np.bincount(l, weights=X[:, f], minlength=k)
            np.divide(s, n, out=c[:, f], where=n > 0)
        done = (before == c).all()
        it += 1
    return Result(c, label(c))
