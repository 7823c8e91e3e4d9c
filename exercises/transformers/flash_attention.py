"""Attention without the big matrix

Compute plain attention, softmax(Q Kᵀ / √d) V, without ever holding the
(T, T) matrix of scores. Go through the keys and values in blocks. For
each query, keep a running maximum of the scores, a running sum of
exponentials and a running weighted sum of values. When a block raises the
maximum, update it and rescale the two sums. There is no mask.

Q, K, V     (T, d) each
block_size  how many keys and values one step may take, an int of at least
            1; you may also split the queries
returns     an array (T, d)

    >>> Q = np.array([[2.0, 0.0, 0.0, 0.0], [-2.0, 0.0, 0.0, 0.0]])
    >>> K = np.array([[0.0, 0.0, 0.0, 0.0], [np.log(3.0), 0.0, 0.0, 0.0]])
    >>> V = np.array([[0.0, 8.0, 0.0, 4.0], [4.0, 0.0, 8.0, 4.0]])
    >>> flash_attention(Q, K, V, block_size=1)
    array([[3., 2., 6., 4.],
           [1., 6., 2., 4.]])

Edge cases
- partial blocks: T need not be a multiple of block_size, which may also
  exceed T
- large scores: after the division by √d up to ±1e4, without NaN and without
  a warning; one query's scores may be far below another's, and one block's
  below the next one's
- little memory: with T = 3,000, d = 8 and block_size = 128, allocate at most
  18 MB at once, a quarter of a float64 (T, T) matrix; the arguments do not
  count
- block size: no operation on Q and K, or on weights and V, takes more than
  block_size rows of K or V at once
"""

import numpy as np


def flash_attention(Q, K, V, block_size):
    raise NotImplementedError
