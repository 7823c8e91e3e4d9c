"""Clipping gradients by their global norm

Take all gradients together as one long vector. If its Euclidean norm exceeds max_norm, scale every array by
the same factor, so that the norm becomes max_norm; otherwise leave them as they are.

grads     a list of arrays, of any shapes
max_norm  a positive number
returns   (clipped, norm): a list of arrays of the same shapes, and the norm before clipping

    >>> clipped, norm = clip_grad_norm([np.array([3.0, 0.0]), np.array([[4.0]])], max_norm=2.5)
    >>> clipped
    [array([1.5, 0. ]), array([[2.]])]
    >>> float(norm)
    5.0

Edge cases: gradients that are all 0 stay 0, without NaN or a warning; the caller's arrays and list stay as
they are.
"""

import numpy as np


def clip_grad_norm(grads, max_norm):
    raise NotImplementedError
