"""Clipping gradients by their global norm

Take all gradients together as one long vector. If its Euclidean norm exceeds
max_norm, scale every array by the same factor, so that the norm becomes
max_norm. Otherwise leave them as they are.

grads     a list of arrays, of any shapes
max_norm  a positive number
returns   (clipped, norm): a list of arrays of the same shapes, and the norm
          before clipping

    >>> grads = [np.array([3.0, 0.0]), np.array([[4.0]])]
    >>> clipped, norm = clip_grad_norm(grads, max_norm=2.5)
    >>> clipped
    [array([1.5, 0. ]), array([[2.]])]
    >>> float(norm)
    5.0

Edge cases
- within the limit: gradients whose norm is max_norm or less stay as they are;
  a factor such as min(1, max_norm / (norm + 1e-6)) is exact enough
- all zero: gradients that are all 0 stay 0, without NaN
- below 1: norm and limit may both be small, such as 0.5 and 0.1
- a single number: an array may be a 0-d array, of shape ()
"""

import numpy as np


def clip_grad_norm(grads, max_norm):
    raise NotImplementedError
