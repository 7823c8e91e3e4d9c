"""The ALiBi bias

ALiBi needs no positional encoding. It adds a bias to the attention scores
instead: a penalty that grows with the distance from the query back to the
key, at a different rate in each head. Build the bias, with the causal mask
included:

    bias[h, i, j] = −slope_h · (i − j)     for a key j <= the query i
    bias[h, i, j] = −∞                     for a later key, j > i
    slope_h       = 2^(−8 (h + 1) / n_heads)     with h counted from 0

n_heads  the number of heads, an int of at least 1
T        the number of tokens, an int of at least 1
returns  an array of floats (n_heads, T, T)

    >>> alibi_bias(8, 3)[0]
    array([[ 0. , -inf, -inf],
           [-0.5,  0. , -inf],
           [-1. , -0.5,  0. ]])
    >>> alibi_bias(4, 2)[:, 1, 0]
    array([-0.25      , -0.0625    , -0.015625  , -0.00390625])

Edge cases
- head counts: one formula for every n_heads, also where it is not a power of
  two, such as 1, 3, 6 and 12
- one token: T = 1 gives a bias of 0 in every head
- long sequences: T may be in the hundreds
"""

import numpy as np


def alibi_bias(n_heads, T):
    raise NotImplementedError
