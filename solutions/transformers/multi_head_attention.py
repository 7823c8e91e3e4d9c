"""Multi-head attention: the heads become one more batch axis, and attention itself does not notice.

Cutting the last axis into (heads, d_k) puts the heads next to the columns. Attention needs tokens and columns as its
last two axes, so heads and tokens are swapped, and swapped back before the heads are joined. A single reshape
straight to (B, heads, T, d_k) has the right shape and the wrong contents: it mixes tokens. One large projection for
all heads gives the same as one small projection per head, in a single matrix product.

O(B · T · D · (T + D)) time, O(B · heads · T²) memory for the scores.
"""

import numpy as np


def multi_head_attention(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    """Self-attention in ``n_heads`` heads; ``mask`` (T, T) is true where a token may not look."""
    B, T, D = x.shape

    def split(projected):  # (B, T, D) -> (B, heads, T, d_k); reshape raises ValueError if D does not divide
        return projected.reshape(B, T, n_heads, D // n_heads).swapaxes(1, 2)

    heads = attention(split(x @ W_q), split(x @ W_k), split(x @ W_v), mask)
    joined = heads.swapaxes(1, 2).reshape(B, T, D)
    return joined @ W_o


def attention(Q, K, V, mask):
    """softmax(Q Kᵀ / √d_k) V in every head: (B, heads, T, d_k) each."""
    scores = Q @ K.swapaxes(2, 3) / np.sqrt(Q.shape[-1])  # (B, heads, T, T)
    if mask is not None:
        scores = np.where(mask, -np.inf, scores)  # the mask broadcasts over batch and heads
    exps = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    return exps / np.sum(exps, axis=-1, keepdims=True) @ V


# What an interviewer asks next
#
# Why several heads? One softmax gives one weighted mean. Several, in smaller subspaces, can look at different
# places for different reasons at the same cost: the widths of the heads add up to D.
#
# What does W_o do? It mixes the heads. Without it every output column would depend on one head alone.
#
# How many parameters are there? 4 D², plus 4 D for biases, for any number of heads.
#
# What changes for grouped-query attention? There are fewer heads of keys and values than of queries, and each of
# them serves a whole group of query heads. So the cache of past keys and values shrinks.
