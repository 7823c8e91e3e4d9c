# reads a Fortran-ordered X in memory order
import numpy as np
def linear_regression_gradients(X, y, w, b):
    X = X.ravel(order='K').reshape(X.shape)
    r = X @ w + b - y
    return 2 * X.T @ r / len(y), 2 * r.mean()
