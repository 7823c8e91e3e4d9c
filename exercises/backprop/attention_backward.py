"""Backward pass of attention

The forward pass, without a mask, was

    A   = softmax(Q Kᵀ / √d)    each query's weights sum to 1 over the keys
    out = A V

Given the gradient of a loss with respect to out, find the gradients with
respect to Q, K and V. All keys of a query share one softmax, so every score
influences every weight of its row.

dout     (..., Tq, d_v), the gradient of the loss with respect to out
Q        (..., Tq, d), one query per row
K        (..., Tk, d), one key per row
V        (..., Tk, d_v), one value for each key
returns  a tuple: dQ, dK and dV, of the shapes of Q, K and V

    >>> Q, K = np.array([[1.0]]), np.array([[0.0], [np.log(3.0)]])
    >>> V, dout = np.array([[0.0], [8.0]]), np.array([[1.0]])
    >>> dQ, dK, dV = attention_backward(dout, Q, K, V)
    >>> dQ.round(4).tolist(), dK.tolist(), dV.tolist()
    ([[1.6479]], [[-1.5], [1.5]], [[0.25], [0.75]])

The weights are 1/4 and 3/4.

Edge cases
- leading axes: any number of them, also none; the same in all four arrays
- single ones: one query, one key, d = 1 or d_v = 1; with one key, dQ and dK
  are 0
- large scores: up to ±1e4, without NaN and without a warning; one query's
  scores may be far below another's
"""

import numpy as np


def attention_backward(dout, Q, K, V):
    raise NotImplementedError
