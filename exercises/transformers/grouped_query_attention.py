"""Grouped-query attention

Several heads of queries share one head of keys and values, so that the
cache of past keys and values shrinks. With groups of g = Hq / Hkv
neighboring query heads, query head h uses the keys and values of head
h // g:

    out_h = softmax(Q_h K_{h // g}ᵀ / √d) V_{h // g}

The softmax runs over the keys. There is no mask.

Q        (B, Hq, T, d), Hq a multiple of Hkv
K, V     (B, Hkv, S, d); S may differ from T
returns  an array (B, Hq, T, d)

    >>> Q = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]])
    >>> Q = Q.reshape(1, 4, 1, 2)
    >>> K = np.zeros((1, 2, 2, 2))
    >>> V = np.array([[[1.0, 0.0], [3.0, 0.0]], [[0.0, 5.0], [0.0, 7.0]]])
    >>> grouped_query_attention(Q, K, V[None])[0, :, 0]
    array([[2., 0.],
           [2., 0.],
           [0., 6.],
           [0., 6.]])

Edge cases
- equal lengths: S may also equal T, and there is still no mask
- group sizes: Hkv = Hq is plain multi-head attention, and Hkv = 1 is
  multi-query attention
- one token: T = 1, S = 1, or both
- large scores: up to ±1e4, without NaN and without a warning; one query's
  scores may be far below another's
"""

import numpy as np


def grouped_query_attention(Q, K, V):
    raise NotImplementedError
