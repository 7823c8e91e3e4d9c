# WRONG: for n < d falls back to the unregularised minimum norm solution; witness: ridge_regression(np.array([[1.0, 2.0, 3.0], [0.0, 1.0, -1.0]]), np.array([1.0, 2.0]), 1.0)
import numpy as np


def ridge_regression(X, y, lam):
    n, d = X.shape
    gram = X.T @ X
    if np.linalg.matrix_rank(gram) < d:
        return np.linalg.pinv(X) @ y
    return np.linalg.solve(gram + lam * np.eye(d), X.T @ y)
