"""Cross-attention: multi-head attention whose keys and values belong to another sequence.

Only two things differ from self-attention: K and V are projected from the context, and the scores are (T, S)
rather than square. So splitting must read the length from each array instead of sharing one T. Nothing is masked:
the context is complete before it is read.

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
# What can be cached while decoding? K and V of the whole context. They are computed once for the input, and every
# decoder step reuses them. The cache of the decoder's own self-attention grows.
#
# Which mask is needed? None for the order, as the encoder's output is complete; only padding in the context
# must be blocked.
#
# Where else is it used? Wherever one thing reads another: an image generator reads text, a language model reads an
# image, a few learned queries read a long input. The context may have its own width. W_k and W_v then have that many
# rows.
