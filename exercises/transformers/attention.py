"""Scaled dot-product attention

Every query compares itself with all keys and returns a weighted mean of
their values:

    attention(Q, K, V) = softmax(Q Kᵀ / √d_k) V

The softmax runs over the keys.

Q        (..., Tq, d_k), one query per row
K        (..., Tk, d_k), one key per row
V        (..., Tk, d_v), one value for each key
mask     None, or an array that broadcasts to (..., Tq, Tk): True (or 1)
         where that query may NOT look at that key
returns  an array (..., Tq, d_v)

    >>> Q = np.array([[2.0, 0.0, 0.0, 0.0]])
    >>> K = np.array([[0.0, 0.0, 0.0, 0.0], [np.log(3.0), 0.0, 0.0, 0.0]])
    >>> V = np.array([[0.0, 8.0], [4.0, 0.0]])
    >>> attention(Q, K, V)
    array([[3., 2.]])
    >>> attention(Q, K, V, mask=np.array([[False, True]]))
    array([[0., 8.]])

The scores are 0 and log 3, so the weights are 1/4 and 3/4. Every query may
look at one key or more: no row of the mask is all True.

Edge cases
- leading axes: any number of them, also none; the same in Q, K and V
- masks of numbers: zeros and ones, as ints or as floats
- broadcast masks: masks align at the last axis, as in NumPy, so a mask of
  shape (Tk,) has one entry per key for any Tq
- large scores: up to ±1e4, blocked ones too, without NaN and without a
  warning; one query's scores may be far below another's
"""

import numpy as np


def attention(Q, K, V, mask=None):
    raise NotImplementedError
