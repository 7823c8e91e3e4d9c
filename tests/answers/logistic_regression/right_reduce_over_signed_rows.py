import numpy as np
from functools import reduce


def logistic_regression(X, y, lr, epochs):
    # signed rows: the gradient of mean softplus(-S theta)
    A = np.hstack([np.asarray(X, float), np.ones((len(X), 1))])
    S = np.where(np.asarray(y)[:, None] == 1, A, -A)

    def step(theta, _):
        pull = np.exp(-np.logaddexp(0.0, S @ theta))
        return theta + lr * np.einsum("n,nd->d", pull, S) / len(S)

    *w, b = reduce(step, range(epochs), np.zeros(A.shape[1]))
    return np.array(w, dtype=float), b
