import numpy as np

_dist = np.vectorize(lambda a, b: np.sqrt(np.dot(a - b, a - b)), signature="(d),(d)->()")


def pairwise_distances(X, Y):
    X, Y = X.astype(np.float64), Y.astype(np.float64)
    return _dist(X[:, None], Y[None])
