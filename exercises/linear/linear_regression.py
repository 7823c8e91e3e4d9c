"""Linear regression by gradient descent

Fit predictions X @ w + b to targets y by full-batch gradient descent on
the mean squared error, starting from zero:

    L = (1/n) * sum_i (X[i] @ w + b - y[i]) ** 2

    w = 0, b = 0
    repeat `epochs` times:
        w, b = w - lr * dL/dw, b - lr * dL/db

Both gradients of a step are taken at the same point, before w or b moves.
The loss has no factor 1/2.

X        samples (n, d), one per row
y        targets (n,)
lr       the learning rate
epochs   the number of steps
returns  the pair (w, b): w of shape (d,), b a scalar

    >>> X, y = np.array([[0.0], [1.0]]), np.array([1.0, 3.0])
    >>> w, b = linear_regression(X, y, lr=0.5, epochs=1)
    >>> w
    array([1.5])
    >>> float(b)
    2.0

Edge cases
- no step: with epochs = 0 the result is the start, w = 0 and b = 0
- one sample: n = 1 works like any other n
- no early stop: take exactly `epochs` steps, even if a step, a gradient or
  the loss is tiny
"""

import numpy as np


def linear_regression(X, y, lr, epochs):
    raise NotImplementedError
