"""Linear regression by gradient descent

Fit predictions X @ w + b to targets y by full-batch gradient descent on the mean squared error, from zero:

    w = 0, b = 0
    repeat `epochs` times:
        w, b = w - lr * dL/dw, b - lr * dL/db        L = (1/n) * sum (X @ w + b - y) ** 2

X       (n, d); y (n,)
lr      the learning rate
epochs  the exact number of steps; with 0 steps the start is the answer
returns the pair (w, b): w of shape (d,), b a scalar

    >>> w, b = linear_regression(np.array([[0.0], [1.0]]), np.array([1.0, 3.0]), lr=0.5, epochs=1)
    >>> w, float(b)
    (array([1.5]), 2.0)

Edge cases: both gradients of a step are taken at the same point, before either w or b moves, and there is no
early stop.
"""

import numpy as np


def linear_regression(X, y, lr, epochs):
    raise NotImplementedError
