"""Logistic regression by gradient descent

Fit probabilities sigmoid(X @ w + b) to labels y by full-batch gradient descent on the mean binary
cross-entropy, from zero:

    w = 0, b = 0
    repeat `epochs` times:
        w, b = w - lr * dL/dw, b - lr * dL/db

X       (n, d); y (n,), entries 0 or 1
lr      the learning rate
epochs  the exact number of steps; with 0 steps the start is the answer
returns the pair (w, b): w of shape (d,), b a scalar

    >>> w, b = logistic_regression(np.array([[0.0], [2.0]]), np.array([0, 1]), lr=1.0, epochs=1)
    >>> w, float(b)
    (array([0.5]), 0.0)

Edge cases: both gradients of a step are taken at the same point, before either w or b moves; entries of X in
the thousands drive logits to ±1e5, and must not make exp overflow.
"""

import numpy as np


def logistic_regression(X, y, lr, epochs):
    raise NotImplementedError
