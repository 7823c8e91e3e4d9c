# WRONG: an epsilon under the root, identical rows are 1e-4 apart; witness: pairwise_distances(np.array([[1.0, 2.0]]), np.array([[1.0, 2.0]]))
import numpy as np


def pairwise_distances(X, Y):
    diff = X[:, None] - Y
    return np.sqrt((diff ** 2).sum(-1) + 1e-8)
