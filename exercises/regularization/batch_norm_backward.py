"""Backward pass of batch normalisation

The forward pass in training was

    x_hat = (x - mean) / sqrt(var + eps)        mean and var of each column; var divides by n
    out = gamma * x_hat + beta

Given the gradient of a loss with respect to out, find those with respect to x, gamma and beta. Mean and
variance depend on x as well: every sample of the batch moves them, so each dx has three contributions.

dout   (n, d), the gradient of the loss with respect to out
x      (n, d), the input of the forward pass
gamma  (d,)
eps    as in the forward pass
returns (dx (n, d), dgamma (d,), dbeta (d,))

    >>> x = np.array([[-1.0], [0.0], [1.0]])
    >>> dx, dgamma, dbeta = batch_norm_backward(np.array([[1.0], [0.0], [0.0]]), x, np.array([2.0]), eps=1.0)
    >>> dx.round(4).tolist()
    [[0.723], [-0.5164], [-0.2066]]
    >>> dgamma.round(4).tolist(), dbeta.tolist()
    ([-0.7746], [1.0])

Edge cases: a batch of one, whose output does not depend on x at all; a constant feature.
"""

import numpy as np


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    raise NotImplementedError
