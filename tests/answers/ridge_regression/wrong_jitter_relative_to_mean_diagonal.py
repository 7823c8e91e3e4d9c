# WRONG: a "numerical safety" jitter of 1e-6 times the mean diagonal is added to lam, far more than lam when columns are scaled 1e6 apart; witness: ridge_regression(np.array([[1e6, 1.0], [2e6, -1.0], [-1e6, 3.0], [0.5e6, 2.0]]), np.array([1.0, 2.0, 3.0, 4.0]), 0.1)
import numpy as np


def ridge_regression(X, y, lam):
    X = np.asarray(X, dtype=float)
    gram = X.T @ X
    jitter = 1e-6 * np.trace(gram) / len(gram)
    L = np.linalg.cholesky(gram + (lam + jitter) * np.eye(len(gram)))
    return np.linalg.solve(L.T, np.linalg.solve(L, X.T @ np.asarray(y, dtype=float)))
