import numpy as np


def linear_regression(X, y, lr, epochs):
    """Gradient descent on a quadratic is an affine map; apply its power at once."""
    A = np.c_[np.asarray(X, float), np.ones(len(X))]
    n, p = A.shape
    M = np.zeros((p + 1, p + 1))
    M[:p, :p] = np.eye(p) - 2.0 * lr / n * (A.T @ A)
    M[:p, p] = 2.0 * lr / n * (A.T @ np.asarray(y, float))
    M[p, p] = 1.0
    theta = np.linalg.matrix_power(M, epochs)[:p, p]
    return theta[:-1], theta[-1]
