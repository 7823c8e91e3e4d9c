# WRONG: computes in float32, whose grid near 1e4 is 1e-3; witness: pairwise_distances(np.array([[1e4, 1e4]]), np.array([[1e4 + 0.01, 1e4 - 0.003]]))
import numpy as np


def pairwise_distances(X, Y):
    X = np.asarray(X, dtype=np.float32)
    Y = np.asarray(Y, dtype=np.float32)
    return np.linalg.norm(X[:, None] - Y[None], axis=2).astype(float)
