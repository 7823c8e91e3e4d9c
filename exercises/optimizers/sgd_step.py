"""One step of gradient descent

    w <- w - lr * grad

w        the weights, an array of any shape
grad     the gradient of the loss, of the same shape
lr       the learning rate
returns  the new weights, a new array of w's shape

    >>> sgd_step(np.array([1.0, -2.0]), np.array([4.0, 1.0]), lr=0.5)
    array([-1. , -2.5])

Edge cases
- large and small: gradients of 1e4 and of 1e-7 count as they are
- a single number: w and grad may be 0-d arrays, of shape ()
"""

import numpy as np


def sgd_step(w, grad, lr):
    raise NotImplementedError
