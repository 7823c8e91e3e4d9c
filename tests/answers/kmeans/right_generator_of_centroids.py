import itertools
import numpy as np


def _trajectory(X, C):
    while True:
        yield C
        hot = _labels(X, C)[:, None] == np.arange(len(C))
        size = hot.sum(axis=0)
        C = np.array([X[hot[:, k]].sum(axis=0) / size[k] if size[k] else C[k] for k in range(len(C))])


def _labels(X, C):
    return np.argmin(np.sum(np.square(X[:, :, None] - C.T[None]), axis=1), axis=1)


def kmeans(X, centroids, max_iters):
    X = np.asarray(X, dtype=float)
    last = None
    for C in itertools.islice(_trajectory(X, np.array(centroids, dtype=float)), max_iters + 1):
        if last is not None and (C == last).all():
            break
        last = C
    return last, _labels(X, last)
