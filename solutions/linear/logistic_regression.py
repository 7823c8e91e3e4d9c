"""Full-batch gradient descent on the mean binary cross-entropy, with a sigmoid that cannot overflow.

The gradient of the loss with respect to a logit is p - y, so a step looks like one of linear regression with the
sigmoid in between. Unscaled features drive the logits far out after a single step. There 1 / (1 + exp(-z)) would
overflow; the form used here is the same function and never has a positive exponent.

O(epochs n d) time, O(n + d) memory.
"""

import numpy as np


def logistic_regression(X, y, lr, epochs):
    """(w (d,), b) after exactly ``epochs`` steps from zero."""
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for _ in range(epochs):
        z = X @ w + b  # (n,)
        error = np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z))) - y  # sigmoid(z) - y
        w = w - lr * X.T @ error / n
        b = b - lr * np.mean(error)
    return w, b


# What an interviewer asks next
#
# What happens when a line separates the classes? There is no minimum: the loss keeps falling as w grows. Early stopping
# or an L2 penalty gives a finite answer.
#
# Why does it converge so slowly on raw features? The curvature differs with the squares of their scales. Standardize
# first, or use a second-order method: Newton's, here called iteratively reweighted least squares, takes few steps.
#
# How is the threshold chosen? With calibrated probabilities, 1/2 minimizes the expected number of errors, and so the
# expected cost only if both kinds of error cost the same. Otherwise predict 1 where p > c_fp / (c_fp + c_fn), or choose
# the threshold on validation data.
