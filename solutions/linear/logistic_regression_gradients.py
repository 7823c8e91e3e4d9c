"""The gradient of the mean binary cross-entropy: every sample pulls by its probability minus its label.

The derivative of one sample's loss with respect to its logit is p - y: the p (1 - p) of the sigmoid cancels the
denominators of the logarithms. The rest is as in linear regression, without the 2 of the square.

O(n d) time, O(n) memory.
"""

import numpy as np


def logistic_regression_gradients(X, y, w, b):
    """(dw (d,), db) of the mean binary cross-entropy of sigmoid(X @ w + b)."""
    z = X @ w + b  # (n,)
    p = np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))  # sigmoid(z), which cannot overflow
    error = p - y
    return X.T @ error / len(y), np.mean(error)


# What an interviewer asks next
#
# Why is the derivative with respect to the logit p - y? dL/dp = (p - y) / (p (1 - p)) and dp/dz = p (1 - p); their
# product is p - y.
#
# Is the loss convex? Yes: its Hessian is X.T diag(p (1 - p)) X / n, which is positive semidefinite.
#
# Why does the gradient look like that of linear regression? Both are generalized linear models with their canonical
# link. For all of these, Poisson regression too, the gradient of the log-likelihood is X.T (target - mean), up to a
# constant.
