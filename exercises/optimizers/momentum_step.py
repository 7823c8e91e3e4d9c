"""One step of SGD with momentum

    v <- beta * v + grad
    w <- w - lr * v          with the new v

w, grad, v  the weights, the gradient and the velocity, arrays of one shape
lr          the learning rate
beta        how much of the velocity is kept, from 0 to 1; 0.9 by default
returns     (w, v), both new arrays

    >>> w, v = momentum_step(
    ...     np.array([1.0]), np.array([2.0]), np.array([10.0]), 0.5, beta=0.5
    ... )
    >>> w, v
    (array([-2.5]), array([7.]))

Edge cases
- at rest: v may be all zeros, and so may the gradient
- extreme beta: beta = 0 keeps nothing, beta = 1 keeps everything
- large and small: gradients of 1e3 and of 1e-7 count as they are
- a single number: the arrays may be 0-d arrays, of shape ()
"""

import numpy as np


def momentum_step(w, grad, v, lr, beta=0.9):
    raise NotImplementedError
