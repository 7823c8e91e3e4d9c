"""Backward pass of batch normalization

The forward pass in training was

    x_hat = (x - mean) / sqrt(var + eps)
    out = gamma * x_hat + beta

with the mean and the variance of each column of x; the variance divides by n.

Given the gradient of a loss with respect to out, find the gradients with
respect to x, gamma and beta. The mean and the variance depend on x too, so
every sample of the batch influences every other through them.

dout     (n, d), the gradient of the loss with respect to out
x        (n, d), the input of the forward pass, one sample per row
gamma    (d,), the scale of each feature
eps      as in the forward pass; 1e-5 by default
returns  a tuple: dx (n, d), dgamma (d,) and dbeta (d,)

    >>> x = np.array([[-1.0], [0.0], [1.0]])
    >>> dout = np.array([[1.0], [0.0], [0.0]])
    >>> dx, dgamma, dbeta = batch_norm_backward(
    ...     dout, x, np.array([2.0]), eps=1.0)
    >>> dx.round(4).tolist()
    [[0.723], [-0.5164], [-0.2066]]
    >>> dgamma.round(4).tolist(), dbeta.tolist()
    ([-0.7746], [1.0])

Edge cases
- few samples: n = 2 works, and n = 1, where the output does not depend on x
  and dx is 0
- constant features: a column of equal values in x works; its x_hat is 0
- small variance: eps is added inside the root, also where the variance is
  near eps
- other eps: eps may be any positive number
"""

import numpy as np


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    raise NotImplementedError
