"""The position-wise feed-forward layer

Between two attention layers, a small network processes each token
separately. It is an affine layer, a ReLU and another affine layer, all over
the last axis:

    out = max(0, x W1 + b1) W2 + b2

x        (..., D), one token's features along the last axis
W1, b1   (D, F), (F,)
W2, b2   (F, E), (E,); E is often D
returns  an array (..., E)

    >>> x = np.array([[1.0, -1.0], [2.0, 3.0]])
    >>> W1 = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]])
    >>> b1 = np.array([0.0, 0.0, -4.0])
    >>> W2 = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, -2.0]])
    >>> b2 = np.array([0.5, -0.5])
    >>> feed_forward(x, W1, b1, W2, b2)
    array([[ 1.5, -0.5],
           [ 4.5,  0.5]])

Edge cases
- leading axes: any number of them, also none: x (D,) gives (E,)
- output width: E may differ from D
- widths of 1: D, F or E may be 1, and so may the number of tokens
"""

import numpy as np


def feed_forward(x, W1, b1, W2, b2):
    raise NotImplementedError
