"""Backward pass of an embedding

An embedding looks up one row of its table per token id:

    out = table[ids]        the forward pass

Given the gradient of a loss with respect to out, find the gradient with
respect to the table. A token that occurs several times gets the sum of the
gradients at all its places.

dout      (..., D), the gradient of the loss with respect to out; at least one
          leading axis
ids       (...) integers from 0 to n_tokens - 1, dout's leading axes
n_tokens  the number of rows of the table
returns   (n_tokens, D)

    >>> dout = np.array([[1.0, 2.0], [10.0, 20.0], [100.0, 200.0]])
    >>> embedding_backward(dout, np.array([2, 0, 2]), 4)
    array([[ 10.,  20.],
           [  0.,   0.],
           [101., 202.],
           [  0.,   0.]])

Edge cases
- missing ids: an id that does not occur has a row of 0, the last ids included
- several axes: ids may have any number of axes, such as batch and time
- single ones: one place, D = 1 or n_tokens = 1
"""

import numpy as np


def embedding_backward(dout, ids, n_tokens):
    raise NotImplementedError
