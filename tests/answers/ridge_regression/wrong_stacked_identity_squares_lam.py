# WRONG: takes lam as a bare multiplier of the identity in the stacked system (so lam squared); witness: ridge_regression(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.5]]), np.array([1.0, 2.0, 2.0]), 0.5)
import numpy as np


def ridge_regression(X, y, lam):
    n, d = X.shape
    A = np.concatenate([X, lam * np.eye(d)])
    t = np.concatenate([y, np.zeros(d)])
    return np.linalg.lstsq(A, t, rcond=None)[0]
