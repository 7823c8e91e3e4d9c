"""Batched products and attention scores

Deep learning multiplies stacks of matrices. In einsum, a letter that both
operands share and that is kept after the arrow is a batch axis: nothing is
summed over it, and entries of different batches never meet. Write each of
these with exactly one call of `np.einsum`, in any of its forms:

    batch_matmul(A, B)       C_bik = sum_j A_bij B_bjk
                             (b, i, j), (b, j, k) -> (b, i, k)
    attention_scores(Q, K)   S_bqk = sum_d Q_bqd K_bkd
                             (b, q, d), (b, k, d) -> (b, q, k)
    multi_head_scores(Q, K)  S_bhqk = sum_d Q_bhqd K_bhkd
                             (b, h, q, d), (b, h, k, d) -> (b, h, q, k)

The scores are the plain dot products of every query with every key. Do not
divide them by sqrt(d). Queries and keys may differ in number.

    >>> Q = np.array([[[1.0, 0.0], [0.0, 2.0]]])              # two queries
    >>> K = np.array([[[3.0, 4.0], [5.0, 6.0], [7.0, 8.0]]])  # three keys
    >>> attention_scores(Q, K)
    array([[[ 3.,  5.,  7.],
            [ 8., 12., 16.]]])

Let the letters do all the work. Use no second call, and no other product or
reduction, before or after.

Edge cases
- sizes of 1: one batch, one head, one query, or d = 1
"""

import numpy as np


def batch_matmul(A, B):
    raise NotImplementedError


def attention_scores(Q, K):
    raise NotImplementedError


def multi_head_scores(Q, K):
    raise NotImplementedError
