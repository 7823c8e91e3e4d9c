"""Gradient descent on any function

Follow the negative gradient from a starting point, and return the whole
path:

    w_0 = w0,        w_{k+1} = w_k - lr * grad(w_k)

grad     a function: takes a point (d,), returns the gradient (d,) there
w0       the start, (d,)
lr       the learning rate
n_steps  how many steps to take
returns  the path (n_steps + 1, d), one point per row, w0 first

    >>> gradient_descent(lambda w: 2 * w, np.array([4.0, -8.0]), 0.25, 2)
    array([[ 4., -8.],
           [ 2., -4.],
           [ 1., -2.]])

Edge cases
- no step: with n_steps = 0 the path is w0 alone, of shape (1, d)
- one dimension: with d = 1 the path has shape (n_steps + 1, 1)
- stored gradient: grad may return the same array in every call, or even its
  argument; never write into what it returns
- no early stop: take all n_steps steps, even where the gradient is tiny
  or 0
"""

import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    raise NotImplementedError
