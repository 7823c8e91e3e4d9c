import numpy as np
from functools import reduce
def linear_regression(X, y, lr, epochs):
    A = np.hstack([X, np.ones((len(X), 1))])
    H = A.T @ A * (2 / len(y)); c = A.T @ y * (2 / len(y))
    t = reduce(lambda t, _: t - lr * (H @ t - c), range(epochs), np.zeros(A.shape[1]))
    return t[:-1], t[-1]
