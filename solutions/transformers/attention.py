"""Scaled dot-product attention: a softmax over the keys, then a weighted mean of the values.

A blocked score becomes -inf before the maximum is taken. So it can neither win the maximum, which would push
the allowed scores into underflow, nor keep any weight: exp(-inf) is exactly 0, and the other weights still
sum to 1. Choosing with `np.where` instead of adding to the scores takes boolean and 0/1 masks alike,
broadcasts, and leaves the caller's arrays alone. Swapping the last two axes of K leaves any
batch and head axes alone.

O(Tq · Tk · (d_k + d_v)) time and O(Tq · Tk) memory for each leading index.
"""

import numpy as np


def attention(Q, K, V, mask=None):
    """softmax(Q Kᵀ / √d_k) V over the last two axes; ``mask`` is true where a query may not look."""
    scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])  # (..., Tq, Tk)
    if mask is not None:
        scores = np.where(mask, -np.inf, scores)
    exps = np.exp(scores - np.max(scores, axis=-1, keepdims=True))  # each query's largest is 1
    weights = exps / np.sum(exps, axis=-1, keepdims=True)
    return weights @ V  # (..., Tq, d_v)


# What an interviewer asks next
#
# Why divide by √d_k? The dot product of two vectors with independent entries of mean 0 and variance 1 has variance
# d_k. Unscaled, the scores grow with the width, the softmax saturates towards one-hot, and its gradient all but
# vanishes. Dividing by √d_k brings the variance back to 1.
#
# Why not mask after the softmax? The blocked keys have then already taken their share: the weights that are
# left no longer sum to 1, and the size of a blocked score still leaks into the answer.
#
# What about a query that is blocked everywhere? Its maximum is -inf and -inf - -inf is NaN. Use a large
# negative number instead of -inf (the row becomes uniform), or set such rows to zero afterwards, and say which.
#
# Where do time and memory go for long sequences? Into the Tq × Tk scores. Working through the keys in blocks
# with a running maximum and sum (FlashAttention) keeps the time and drops the quadratic memory.
