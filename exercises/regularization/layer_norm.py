"""Layer normalisation

Normalise every sample by itself, over its features, then scale and shift each feature:

    x_hat = (x - mean) / sqrt(var + eps)        mean and var over the last axis; var divides by d
    out = gamma * x_hat + beta

x            (..., d): any number of leading axes, also none
gamma, beta  (d,), a scale and a shift for each feature
eps          keeps the root away from 0
returns an array of x's shape

    >>> x = np.array([[1.0, 3.0], [50.0, 30.0]])
    >>> layer_norm(x, np.array([1.0, 2.0]), np.array([0.0, 5.0])).round(4)
    array([[-1.,  7.],
           [ 1.,  3.]])

Edge cases: a constant row, and d = 1, come out as beta.
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    raise NotImplementedError
