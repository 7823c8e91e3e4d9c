"""Layer normalization

Normalize every sample by itself, over its features. Then scale and shift
each feature:

    x_hat = (x - mean) / sqrt(var + eps)
    out = gamma * x_hat + beta

mean and var are taken over the last axis of x. The variance divides by d.

x        (..., d), such as (batch, d) or (batch, steps, d)
gamma    (d,), a scale for each feature
beta     (d,), a shift for each feature
eps      a small positive number; 1e-5 by default
returns  an array of x's shape

    >>> x = np.array([[1.0, 3.0], [50.0, 30.0]])
    >>> gamma, beta = np.array([1.0, 2.0]), np.array([0.0, 5.0])
    >>> layer_norm(x, gamma, beta).round(4)
    array([[-1.,  7.],
           [ 1.,  3.]])

Edge cases
- leading axes: any number of them; a single vector (d,) has none
- one feature: d = 1 works, and every entry becomes beta
- constant rows: a row of equal values becomes beta
- small variance: eps is added inside the root, also where the variance is
  smaller than eps
- other eps: eps may be any positive number
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    raise NotImplementedError
