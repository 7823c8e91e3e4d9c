import numpy as np


def pairwise_distances(X, Y):
    X = np.asarray(X, dtype=float)
    Y = np.asarray(Y, dtype=float)
    D = np.empty((len(X), len(Y)))
    for i, x in enumerate(X):
        D[i] = np.linalg.norm(Y - x, axis=1)
    return D
