import itertools
import numpy as np


def _trajectory(A, t, lr):
    theta = np.zeros((A.shape[1], 1))
    while True:
        yield theta
        z = A @ theta
        p = np.select([z > 0], [1.0 / (1.0 + np.exp(-np.maximum(z, 0)))], 1.0 - 1.0 / (1.0 + np.exp(np.minimum(z, 0))))
        theta = theta - lr * (A.T @ (p - t)) / A.shape[0]


def logistic_regression(X, y, lr, epochs):
    n = np.shape(X)[0]
    A = np.concatenate((np.ones((n, 1)), np.asarray(X, dtype=float)), axis=1)
    t = np.asarray(y, dtype=float)[:, np.newaxis]
    theta = next(itertools.islice(_trajectory(A, t, lr), epochs, None))
    return theta[1:, 0], theta[0, 0]
