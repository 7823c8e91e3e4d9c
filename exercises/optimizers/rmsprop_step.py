"""One step of RMSprop

    v <- alpha * v + (1 - alpha) * grad**2
    w <- w - lr * grad / (sqrt(v) + eps)          with the new v

w, grad  the weights and the gradient, arrays of one shape
v        the running average of the squared gradient, of the same shape
lr       the learning rate
alpha    how much of the average is kept
eps      a small number, 0 or more, that avoids a division by 0
returns  (w, v), both new arrays

    >>> rmsprop_step(
    ...     np.array([1.0]), np.array([2.0]), np.array([4.0]), lr=0.5,
    ...     alpha=0.5, eps=0.0,
    ... )
    (array([0.5]), array([4.]))

Edge cases
- at rest: v may be all zeros, as it is before the first step; where the
  gradient is 0 too and eps is above 0, the weight stays
- eps: added after the root; it may be as large as the gradient, which may be
  as small as 1e-8
- alpha 0: with alpha = 0, nothing of the old average is kept
- a single number: the arrays may be 0-d arrays, of shape ()
"""

import numpy as np


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    raise NotImplementedError
