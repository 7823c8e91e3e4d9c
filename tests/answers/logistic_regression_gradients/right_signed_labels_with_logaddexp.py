import numpy as np


def logistic_regression_gradients(X, y, w, b):
    X = np.asarray(X, dtype=np.float64)
    y = np.asarray(y).astype(bool)
    z = np.apply_along_axis(np.dot, 1, X, np.asarray(w, dtype=np.float64)) + b
    # dL/dz = -sigmoid(-z) for a positive, sigmoid(z) for a negative
    sign = np.where(y, -1.0, 1.0)
    delta = sign * np.exp(-np.logaddexp(0.0, -sign * z))
    return (delta[:, None] * X).mean(axis=0), delta.mean()
