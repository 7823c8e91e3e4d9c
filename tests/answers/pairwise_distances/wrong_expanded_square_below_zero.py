# WRONG: the expanded square goes below zero for identical rows: NaN and a warning; witness: pairwise_distances(np.array([[-1.3, 6.4, 1.0, -5.4]]), np.array([[-1.3, 6.4, 1.0, -5.4]]))
import numpy as np


def pairwise_distances(X, Y):
    sq = (X ** 2).sum(1)[:, None] + (Y ** 2).sum(1)[None, :] - 2 * X @ Y.T
    return np.sqrt(sq)
