"""The ALiBi bias: the distances of all pairs once, times one slope per head.

The distance j − i of every pair is one subtraction that broadcasts; it is negative for earlier keys. np.where puts −∞
in the future before the product with the slopes. A mask of zeros and ones times −∞ would not do: 0 · ∞ is NaN.

O(n_heads · T²) time and memory.
"""

import numpy as np


def alibi_bias(n_heads, T):
    """(n_heads, T, T): the penalty for distance in each head, −∞ in the future."""
    slopes = 2.0 ** (-8 * np.arange(1, n_heads + 1) / n_heads)
    steps = np.arange(T)
    ahead = steps - steps[:, None]  # (T, T), how many steps key j is after query i
    blocked = np.where(ahead > 0, -np.inf, ahead)
    return slopes[:, None, None] * blocked


# What an interviewer asks next
#
# Why can a model with ALiBi read longer sequences than it was trained on? There is no table or angle for a position
# that it has never seen. A distance beyond those of training only gets a larger penalty, so far tokens fade out. The
# price is that such a model hardly uses what is very far away.
#
# Why does each head have its own slope? A steep head sees only its neighborhood, and a flat one nearly everything.
# With 8 heads the slopes run from 1/2 to 1/256: at a distance of 16 the first head's weight has fallen by exp(−8), the
# last one's by 6%.
#
# Must the bias be stored for every pair? No. Softmax ignores a constant that is added to a whole row, so slope · j has
# the same effect as −slope · (i − j): one number per head and key. While decoding, the new query needs one row of it.
#
# How does it compare with rotary embeddings? Both act inside attention and depend on distances alone. Rotary
# embeddings rotate queries and keys and have no fixed penalty on distance, so the content can make any distance
# important, but angles beyond those of training need scaling. ALiBi always prefers the near.
