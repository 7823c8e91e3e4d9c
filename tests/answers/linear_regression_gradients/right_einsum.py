import numpy as np


def linear_regression_gradients(X, y, w, b):
    r = np.einsum("nd,d->n", X, w) + b - y
    return [np.einsum("n,nd->d", r, X) * (2 / len(r)), 2 * np.mean(r)]
