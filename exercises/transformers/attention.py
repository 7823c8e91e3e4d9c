"""Scaled dot-product attention

Every query looks at all keys and takes a weighted mean of their values:

    attention(Q, K, V) = softmax(Q Kᵀ / √d_k) V

Q       (..., Tq, d_k), one query a row
K       (..., Tk, d_k), one key a row
V       (..., Tk, d_v), one value for each key
mask    None, or broadcasts to (..., Tq, Tk): True (or 1) where that query may NOT look at that key
returns (..., Tq, d_v)

    >>> Q = np.array([[2.0, 0.0, 0.0, 0.0]])
    >>> K = np.array([[0.0, 0.0, 0.0, 0.0], [np.log(3.0), 0.0, 0.0, 0.0]])
    >>> V = np.array([[0.0, 8.0], [4.0, 0.0]])
    >>> attention(Q, K, V)
    array([[3., 2.]])
    >>> attention(Q, K, V, mask=np.array([[False, True]]))
    array([[0., 8.]])

Here the scores are 0 and log 3, so the weights are 1/4 and 3/4.

Edge cases: any number of leading axes, none included; scores like ±1e4 give neither NaN nor a warning, with
and without a mask; the mask may be boolean or hold zeros and ones; no query is blocked everywhere.
"""

import numpy as np


def attention(Q, K, V, mask=None):
    raise NotImplementedError
