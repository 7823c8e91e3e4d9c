# WRONG: the bias is left out of the logit; witness: logistic_regression_gradients(np.array([[1.0, 2.0], [-1.0, 0.5], [0.3, -0.7]]), np.array([1.0, 0.0, 1.0]), np.array([0.5, -0.2]), 0.7)
import numpy as np


def logistic_regression_gradients(X, y, w, b):
    z = np.matmul(X, w)
    p = np.exp(-np.logaddexp(0, -z))
    err = p - y
    return X.T.dot(err) / X.shape[0], err.sum() / X.shape[0]
