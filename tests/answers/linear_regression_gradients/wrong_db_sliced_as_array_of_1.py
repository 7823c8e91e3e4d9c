# WRONG: keeps the dimension of db, a (1,) array where a scalar is asked for; witness: linear_regression_gradients(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.5]]), np.array([1.0, 2.0, 2.0]), np.array([0.5, 0.1]), 0.1)
import numpy as np


def linear_regression_gradients(X, y, w, b):
    A = np.hstack([X, np.ones((X.shape[0], 1))])
    g = 2 / X.shape[0] * A.T @ (A @ np.append(w, b) - y)
    return g[:-1], g[-1:]
