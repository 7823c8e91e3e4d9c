"""One step of SGD with momentum

    v <- beta * v + grad
    w <- w - lr * v          with the new v

w, grad, v  the weights, the gradient and the velocity, arrays of one shape
lr          the learning rate
beta        how much of the velocity is kept, 0.9 unless told otherwise
returns     (w, v), both new

    >>> w, v = momentum_step(np.array([1.0]), np.array([2.0]), np.array([10.0]), lr=0.5, beta=0.5)
    >>> w, v
    (array([-2.5]), array([7.]))

Edge cases: the arguments stay as they are.
"""

import numpy as np


def momentum_step(w, grad, v, lr, beta=0.9):
    raise NotImplementedError
