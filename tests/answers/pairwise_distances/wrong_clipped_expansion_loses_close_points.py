# WRONG: the expanded square (clipped at 0) loses all digits for close points far from the origin, error 4e-6 where 1e-6 is promised; witness: bool(abs(pairwise_distances(np.array([[9998.1, 9999.9]]), np.array([[9998.106, 9999.908]]))[0, 0] - 0.01) < 1e-6)
import numpy as np


def pairwise_distances(X, Y):
    sq = (X * X).sum(1)[:, None] + (Y * Y).sum(1) - 2.0 * (X @ Y.T)
    D = np.sqrt(np.maximum(sq, 0.0))
    D[(X[:, None] == Y[None]).all(-1)] = 0.0
    return D
