# WRONG: the last column is not penalised (taken for a bias column); witness: ridge_regression(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.5]]), np.array([1.0, 2.0, 2.0]), 0.5)
import numpy as np


def ridge_regression(X, y, lam):
    d = X.shape[1]
    penalty = np.full(d, float(lam))
    if d > 1:
        penalty[-1] = 0.0
    return np.linalg.solve(X.T @ X + np.diag(penalty), X.T @ y)
