"""One step of RMSprop

    v <- alpha * v + (1 - alpha) * grad**2
    w <- w - lr * grad / (sqrt(v) + eps)          with the new v

w, grad, v  the weights, the gradient and the running average of its square, arrays of one shape
returns     (w, v), both new

    >>> rmsprop_step(np.array([1.0]), np.array([2.0]), np.array([4.0]), lr=0.5, alpha=0.5, eps=0.0)
    (array([0.5]), array([4.]))

Edge cases: where gradient and average are 0 the weight stays, without a warning; the arguments stay as they
are.
"""

import numpy as np


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    raise NotImplementedError
