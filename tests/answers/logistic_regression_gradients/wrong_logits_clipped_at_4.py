# WRONG: clips the logit to +-4 to be safe, off for confident rows; witness: logistic_regression_gradients(np.array([[8.0], [-8.0]]), np.array([1.0, 1.0]), np.array([1.0]), 0.0)
import numpy as np


def logistic_regression_gradients(X, y, w, b):
    z = np.clip(X @ w + b, -4, 4)
    delta = 1 / (1 + np.exp(-z)) - y
    return X.T @ delta / len(y), delta.mean()
