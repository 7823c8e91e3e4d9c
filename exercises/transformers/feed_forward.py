"""The position-wise feed-forward layer

Between two attention layers, each token passes through a small network on its own: an affine layer, a ReLU,
and another affine layer, all over the last axis.

    out = max(0, x W1 + b1) W2 + b2

x       (..., D), one token's features along the last axis
W1, b1  (D, F), (F,)
W2, b2  (F, D), (D,)
returns (..., D)

    >>> x = np.array([[1.0, -1.0], [2.0, 3.0]])
    >>> W1, b1 = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.array([0.0, 0.0, -4.0])
    >>> W2, b2 = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, -2.0]]), np.array([0.5, -0.5])
    >>> feed_forward(x, W1, b1, W2, b2)
    array([[ 1.5, -0.5],
           [ 4.5,  0.5]])

Edge cases: any number of leading axes; the result itself may be negative.
"""

import numpy as np


def feed_forward(x, W1, b1, W2, b2):
    raise NotImplementedError
