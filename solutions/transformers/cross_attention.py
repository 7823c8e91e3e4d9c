"""Cross-attention: multi-head attention whose keys and values belong to another sequence.

Only two things differ from self-attention: K and V are projected from the context, and the scores are (T, S)
rather than square. Splitting must therefore read the length off each array instead of sharing one T. Nothing
is masked: the context is finished before it is read.

O(B · D · (T · S + (T + S) · D)) time, O(B · heads · T · S) memory for the scores.
"""

import numpy as np


def cross_attention(x, context, W_q, W_k, W_v, W_o, n_heads):
    """Tokens of ``x`` (B, T, D) attend to those of ``context`` (B, S, D) in ``n_heads`` heads."""
    d_k = x.shape[2] // n_heads

    def split(projected):  # (B, length, D) -> (B, heads, length, d_k)
        return projected.reshape(*projected.shape[:2], n_heads, d_k).swapaxes(1, 2)

    Q, K, V = split(x @ W_q), split(context @ W_k), split(context @ W_v)
    scores = Q @ K.swapaxes(2, 3) / np.sqrt(d_k)  # (B, heads, T, S)
    exps = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    heads = exps / np.sum(exps, axis=-1, keepdims=True) @ V  # (B, heads, T, d_k)
    return heads.swapaxes(1, 2).reshape(x.shape) @ W_o


# What an interviewer asks next
#
# What can be cached while decoding? K and V of the whole context: they are computed once for the input, and
# every decoder step reuses them. The decoder's own self-attention has a cache that grows.
#
# Which mask is needed? None for the order, as the encoder's output is complete; only padding in the context
# must be blocked.
#
# Where else is it used? Wherever one thing is read by another: text by an image generator, an image by a
# language model, a long input by a few learnt queries. The context may have its own width; W_k and W_v then
# have that many rows.
