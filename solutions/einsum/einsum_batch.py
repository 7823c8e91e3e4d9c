"""Batched products: the batch letter is shared and kept, the contracted letter is shared and dropped.

Attention scores need no transpose of K. Queries and keys both carry the feature letter d last, and einsum sums
over it wherever it is. Heads are one more batch letter. The letter that the two must *not* share is the position:
q counts queries, k counts keys, and both are kept.

O(b i j k) time for the product, O(b h q k d) for the scores.
"""

import numpy as np


def batch_matmul(A, B):
    """One matrix product for each b."""
    return np.einsum("bij,bjk->bik", A, B)  # (b, i, j), (b, j, k) -> (b, i, k)


def attention_scores(Q, K):
    """Every query's dot product with every key of its own batch."""
    return np.einsum("bqd,bkd->bqk", Q, K)  # (b, q, d), (b, k, d) -> (b, q, k)


def multi_head_scores(Q, K):
    """Every query's dot product with every key of its own batch and head."""
    return np.einsum("bhqd,bhkd->bhqk", Q, K)  # (b, h, q, d), (b, h, k, d) -> (b, h, q, k)


# What an interviewer asks next
#
# How are the weights applied to the values? 'bhqk,bhkd->bhqd': now k is shared and summed, and d is kept.
#
# Can the split into heads be skipped? Keep the projections as (b, t, h, d) and write 'bqhd,bkhd->bhqk': the
# transpose is in the letters.
#
# What would 'bhqd,bgkd->bhqk' compute? g appears once and is summed: every head's queries against the keys
# of all heads added up. Heads that should be independent get mixed, and the shape does not show it.
#
# Is it as fast as Q @ K.swapaxes(-1, -2)? matmul hands each slice to BLAS; einsum does so only with
# optimize=True, and in older versions of NumPy not even then if a batch letter is kept. Measure before choosing
# one for large inputs.
