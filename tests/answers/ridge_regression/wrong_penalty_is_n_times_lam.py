# WRONG: penalises n * lam, i.e. mean instead of sum of squares; witness: ridge_regression(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.5]]), np.array([1.0, 2.0, 2.0]), 0.5)
import numpy as np


def ridge_regression(X, y, lam):
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + lam * np.eye(d), X.T @ y / n)
