# WRONG: sets the diagonal to 0 although row i of X need not be row i of Y; witness: pairwise_distances(np.array([[0.0], [1.0]]), np.array([[2.0], [3.0]]))
import numpy as np


def pairwise_distances(X, Y):
    D = np.linalg.norm(X[:, None, :] - Y[None, :, :], axis=-1)
    if len(X) == len(Y):
        np.fill_diagonal(D, 0.0)
    return D
