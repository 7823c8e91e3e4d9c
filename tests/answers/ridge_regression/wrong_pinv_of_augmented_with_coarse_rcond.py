# WRONG: pinv drops directions below 1e-5 of the largest singular value, gone for columns scaled 1e6 apart; witness: ridge_regression(np.array([[1e6, 1.0], [2e6, -1.0], [-1e6, 3.0], [0.5e6, 2.0]]), np.array([1.0, 2.0, 3.0, 4.0]), 0.1)
import numpy as np


def ridge_regression(X, y, lam):
    d = X.shape[1]
    A = np.vstack([X, np.sqrt(lam) * np.eye(d)])
    t = np.concatenate([y, np.zeros(d)])
    return np.linalg.pinv(A, rcond=1e-5) @ t
