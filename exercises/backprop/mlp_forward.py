"""Forward pass of a two-layer network

Compute every stage of a network with one hidden layer, from its inputs to its
class probabilities:

    z1 = X W1 + b1        a1 = ReLU(z1)
    z2 = a1 W2 + b2       y_pred = softmax of each row of z2

X        (n, d)       W1  (d, h)    b1  (h,)
                      W2  (h, C)    b2  (C,)
returns  (z1, a1, z2, y_pred), of shapes (n, h), (n, h), (n, C) and (n, C)

    >>> X = np.array([[1.0, 2.0]])
    >>> W1, b1 = np.array([[1.0, -1.0], [0.0, 0.0]]), np.array([0.5, 0.0])
    >>> W2, b2 = np.array([[2.0, 0.0], [0.0, 1.0]]), np.array([0.0, 3.0])
    >>> z1, a1, z2, y_pred = mlp_forward(X, W1, b1, W2, b2)
    >>> z1, a1  # z1 keeps its negative entries
    (array([[ 1.5, -1. ]]), array([[1.5, 0. ]]))
    >>> z2, y_pred
    (array([[3., 3.]]), array([[0.5, 0.5]]))

Edge cases
- single ones: one sample, one feature, one hidden unit, one class
- units off: a1 may be 0 everywhere
- large scores: scores in the thousands, of either sign, give no NaN
- rows far apart: one row's scores may be thousands below another's
"""

import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    raise NotImplementedError
