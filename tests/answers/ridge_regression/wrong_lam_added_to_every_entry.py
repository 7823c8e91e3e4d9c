# WRONG: adds lam to every entry of the Gram matrix, not to its diagonal; witness: ridge_regression(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.5]]), np.array([1.0, 2.0, 2.0]), 0.5)
import numpy as np


def ridge_regression(X, y, lam):
    gram = X.T @ X + lam
    return np.linalg.lstsq(gram, X.T @ y, rcond=None)[0]
