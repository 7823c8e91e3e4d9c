# WRONG: reads X in memory order, wrong for a Fortran-ordered X; witness: linear_regression_gradients(np.asfortranarray(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 7.0]])), np.array([1.0, 0.0]), np.array([0.1, 0.2, 0.3]), 0.5)
import numpy as np


def linear_regression_gradients(X, y, w, b):
    n, d = X.shape
    flat = np.asarray(X, dtype=float).ravel(order="K")
    A = flat.reshape(n, d)
    r = A @ w + b - y
    return 2 * (r @ A) / n, 2 * r.mean()
