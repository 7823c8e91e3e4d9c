"""Backward pass of a two-layer network

The network has two layers, and its loss is the cross-entropy summed over the
batch:

    z1 = X W1 + b1        a1 = ReLU(z1)
    z2 = a1 W2 + b2       y_pred = softmax of each row of z2
    L  = -sum over samples and classes of y_true * log(y_pred)

Compute the gradient of L with respect to all four parameters. L is a sum, so
do not divide by n.

X        (n, d)       W1  (d, h)    b1  (h,)
y_true   (n, C)       W2  (h, C)    b2  (C,)       y_true is one-hot
returns  (dW1, db1, dW2, db2), each of the shape of its parameter

    >>> X, y_true = np.array([[1.0, 2.0]]), np.array([[1.0, 0.0]])
    >>> W1, b1 = np.array([[1.0, 1.0], [1.0, -1.0]]), np.zeros(2)
    >>> W2, b2 = np.array([[1.0, 1.0], [0.0, 2.0]]), np.zeros(2)
    >>> dW1, db1, dW2, db2 = mlp_backward(X, y_true, W1, b1, W2, b2)
    >>> dW2  # z1 = [3, -1]: the second unit is off; y_pred = [0.5, 0.5]
    array([[-1.5,  1.5],
           [ 0. ,  0. ]])
    >>> db2
    array([-0.5,  0.5])

Edge cases
- single ones: one sample, one feature, one hidden unit, one class
- units off: a1 may be 0 everywhere
- large scores: scores in the thousands give no NaN, also for a sample whose
  true class has probability 0
- rows far apart: one row's scores may be a thousand below another's
"""

import numpy as np


def mlp_backward(X, y_true, W1, b1, W2, b2):
    raise NotImplementedError
