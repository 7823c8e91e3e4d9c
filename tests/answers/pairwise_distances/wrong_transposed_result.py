# WRONG: comes out as (m, n), right only when X and Y are the same set; witness: pairwise_distances(np.array([[0.0, 0.0], [1.0, 0.0]]), np.array([[0.0, 5.0], [2.0, 2.0], [1.0, 1.0]]))
import numpy as np


def pairwise_distances(X, Y):
    diff = X[None, :, :] - Y[:, None, :]
    return np.sqrt((diff ** 2).sum(axis=-1))
