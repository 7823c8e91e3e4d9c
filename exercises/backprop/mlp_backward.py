"""Backward pass of a two-layer network

The network is that of mlp_forward: affine, ReLU, affine, softmax. Its loss is the cross-entropy,
summed over the batch:

    L = -sum over samples and classes of y_true * log(y_pred)

Compute the gradient of L with respect to all four parameters.

X        (n, d)       W1  (d, h)    b1  (h,)
y_true   (n, C)       W2  (h, C)    b2  (C,)       y_true is one-hot
returns  (dW1, db1, dW2, db2), each of the shape of its parameter

    >>> X, y_true = np.array([[1.0, 2.0]]), np.array([[1.0, 0.0]])
    >>> W1, b1 = np.array([[1.0, 1.0], [1.0, -1.0]]), np.zeros(2)
    >>> W2, b2 = np.array([[1.0, 1.0], [0.0, 2.0]]), np.zeros(2)
    >>> dW1, db1, dW2, db2 = mlp_backward(X, y_true, W1, b1, W2, b2)
    >>> dW2   # z1 = [3, -1], so the second hidden unit is off; y_pred = [0.5, 0.5]
    array([[-1.5,  1.5],
           [ 0. ,  0. ]])
    >>> db2
    array([-0.5,  0.5])

Edge cases: sums over the batch, no division by n; scores in the thousands must give neither NaN nor a
warning.
"""

import numpy as np


def mlp_backward(X, y_true, W1, b1, W2, b2):
    raise NotImplementedError
