"""Grouped-query attention

Several heads of queries share one head of keys and values, so that the cache of past keys and values shrinks.
With groups of g = Hq / Hkv neighbouring query heads, query head h uses the keys and values of head h // g:

    out_h = softmax(Q_h K_{h // g}ᵀ / √d) V_{h // g}        the softmax over the keys

Q       (B, Hq, T, d), Hq a multiple of Hkv
K, V    (B, Hkv, S, d)
returns (B, Hq, T, d)

    >>> Q = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]]).reshape(1, 4, 1, 2)
    >>> K = np.zeros((1, 2, 2, 2))
    >>> V = np.array([[[1.0, 0.0], [3.0, 0.0]], [[0.0, 5.0], [0.0, 7.0]]])[None]
    >>> grouped_query_attention(Q, K, V)[0, :, 0]
    array([[2., 0.],
           [2., 0.],
           [0., 6.],
           [0., 6.]])

Edge cases: Hkv = Hq is plain multi-head attention, Hkv = 1 is multi-query attention; S need not be T; there is
no mask; large scores give neither NaN nor a warning.
"""

import numpy as np


def grouped_query_attention(Q, K, V):
    raise NotImplementedError
