"""Gradient descent on any function

Follow the negative gradient of a function from a starting point, and return the whole path:

    w_0 = w0,        w_{k+1} = w_k - lr * grad(w_k)

grad    a function: takes a point (d,) and returns the gradient (d,) there
w0      (d,), the start; it must be unchanged afterwards
lr      the learning rate
n_steps how many steps to take
returns (n_steps + 1, d), one point a row, w0 first

    >>> gradient_descent(lambda w: 2 * w, np.array([4.0, -8.0]), 0.25, 2)
    array([[ 4., -8.],
           [ 2., -4.],
           [ 1., -2.]])

Edge cases: with no step the path is w0 alone, of shape (1, d). What grad returns is not yours to change: it
may be the same array in every call.
"""

import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    raise NotImplementedError
