"""Backward pass of layer normalization

The forward pass was

    x_hat = (x - mean) / sqrt(var + eps)
    out = gamma * x_hat + beta

with the mean and the variance of each row over its D features, the last axis
of x. The variance divides by D.

Given the gradient of a loss with respect to out, find the gradients with
respect to x, gamma and beta. The mean and the variance of a row depend on its
entries, so every feature of a row influences every other through them.

dout     (..., D), the gradient of the loss with respect to out
x        (..., D), the input of the forward pass
gamma    (D,), the scale of each feature
eps      as in the forward pass; 1e-5 by default
returns  a tuple: dx (..., D), dgamma (D,) and dbeta (D,)

    >>> x = np.array([[-1.0, 0.0, 1.0]])
    >>> dout = np.array([[1.0, 0.0, 0.0]])
    >>> dx, dgamma, dbeta = layer_norm_backward(
    ...     dout, x, np.array([2.0, 1.0, 3.0]), eps=1.0)
    >>> dx.round(4).tolist()
    [[0.723, -0.5164, -0.2066]]
    >>> dgamma.round(4).tolist(), dbeta.tolist()
    ([-0.7746, 0.0, 0.0], [1.0, 0.0, 0.0])

Edge cases
- leading axes: any number of them; a single vector (D,) has none
- few features: D = 2 works, and D = 1, where the output does not depend on x
  and dx is 0
- constant rows: a row of equal values works; its x_hat is 0
- small variance: eps is added inside the root, also where the variance is
  near eps
- other eps: eps may be any positive number
"""

import numpy as np


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    raise NotImplementedError
