# WRONG: works on column vectors and returns dw as (d, 1); witness: logistic_regression_gradients(np.array([[1.0, 2.0], [-1.0, 0.5], [0.3, -0.7]]), np.array([1.0, 0.0, 1.0]), np.array([0.5, -0.2]), 0.1)
import numpy as np


def logistic_regression_gradients(X, y, w, b):
    z = X @ np.reshape(w, (-1, 1)) + b
    delta = 0.5 * (1 + np.tanh(z / 2)) - np.reshape(y, (-1, 1))
    return X.T @ delta / len(X), float(delta.mean())
