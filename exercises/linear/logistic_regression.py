"""Logistic regression by gradient descent

Fit probabilities sigmoid(X @ w + b) to labels y by full-batch gradient
descent on the mean binary cross-entropy L, starting from zero:

    w = 0, b = 0
    repeat `epochs` times:
        w, b = w - lr * dL/dw, b - lr * dL/db

Both gradients of a step are taken at the same point, before w or b moves.

X        samples (n, d), one per row
y        labels (n,), each 0 or 1, as integers or as floats
lr       the learning rate
epochs   the number of steps
returns  the pair (w, b): w of shape (d,), b a scalar

    >>> X, y = np.array([[0.0], [2.0]]), np.array([0, 1])
    >>> w, b = logistic_regression(X, y, lr=1.0, epochs=1)
    >>> w
    array([0.5])
    >>> float(b)
    0.0

Edge cases
- no step: with epochs = 0 the result is the start, w = 0 and b = 0
- one sample: n = 1 works like any other n
- no early stop: take exactly `epochs` steps, even if a step, a gradient or
  the loss is tiny
- large features: entries of X in the thousands lead to logits of ±1e6,
  without a warning; do not clip p, so that a sample whose p rounds to y has
  an error of 0 and does not move w and b
"""

import numpy as np


def logistic_regression(X, y, lr, epochs):
    raise NotImplementedError
