"""The causal mask: everything strictly above the diagonal is in the future.

`k=1` starts one diagonal above the main one, so that a token still sees itself; with `k=0` the first token
would see nothing at all. A boolean array costs an eighth of a float one and serves `np.where` and indexing
directly.

O(T²) time and memory.
"""

import numpy as np


def causal_mask(T):
    """(T, T) booleans, true where the column's token comes after the row's."""
    return np.triu(np.ones((T, T), dtype=bool), k=1)


# What an interviewer asks next
#
# Why does training need the mask, when generation does not? Training computes all positions at once, and
# without it each would see the token it is to predict. Generation has no future tokens to see.
#
# How do you add a padding mask? Block what either of them blocks: causal | padding[:, None, None, :], where
# the new axes broadcast over heads and queries.
#
# Must the mask be stored at all? No: comparing two aranges where it is needed broadcasts the same thing, and
# fused kernels skip whole blocks above the diagonal instead of masking them.
