"""Full-batch gradient descent on the mean squared error.

One error vector serves both gradients, which guarantees that they are taken at the same point: computing db from the
updated weights would be another algorithm. The loss is a convex quadratic, so any lr below 2 / lambda_max, with
lambda_max the largest eigenvalue of its Hessian, converges to a least-squares solution.

O(epochs n d) time, O(n + d) memory.
"""

import numpy as np


def linear_regression(X, y, lr, epochs):
    """(w (d,), b) after exactly ``epochs`` steps from zero."""
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for _ in range(epochs):
        error = X @ w + b - y  # (n,)
        w = w - lr * 2 * X.T @ error / n
        b = b - lr * 2 * np.mean(error)
    return w, b


# What an interviewer asks next
#
# Why not solve it directly? For small d you should: append a column of ones to X and call np.linalg.lstsq, which takes
# O(n d²) and needs no learning rate. Gradient descent pays when d is large, when the data come in batches, or when the
# loss is no longer quadratic.
#
# How large may lr be? Below 2 / lambda_max of the Hessian (2/n) A.T A, where A is X with a column of ones. Above that,
# some component of the error grows with every step.
#
# Why standardize the features first? The number of steps grows with the ratio of the largest to the smallest
# eigenvalue. Features of equal scale bring it down.
#
# What changes with mini-batches? Each step uses the gradient over a random part of the samples: cheaper and noisy, so
# the rate must fall over time for it to settle.
