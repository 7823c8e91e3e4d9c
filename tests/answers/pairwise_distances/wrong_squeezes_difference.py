# WRONG: squeezes away axes of length 1; witness: pairwise_distances(np.array([[0.0, 0.0]]), np.array([[3.0, 4.0], [6.0, 8.0]]))
import numpy as np


def pairwise_distances(X, Y):
    diff = np.squeeze(X[:, None, :] - Y[None, :, :])
    if X.shape[1] == 1:
        return np.abs(X - Y.T)
    return np.sqrt((diff ** 2).sum(-1))
