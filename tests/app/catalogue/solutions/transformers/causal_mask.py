"""The causal mask: everything strictly above the diagonal is in the future.

`k=1` starts one diagonal above the main one, so that a token still sees itself. With `k=0` the first token would
see nothing at all. A boolean array takes an eighth of the memory of a float one, and `np.where` and indexing take
it as it is.

O(T²) time and memory.
"""

import numpy as np


def causal_mask(T):
    """(T, T) booleans, true where the column's token comes after the row's."""
    return np.triu(np.ones((T, T), dtype=bool), k=1)


# What an interviewer asks next
#
# Who needs the mask, training or generation? Training does: it computes all positions at once, and without it each
# would see the token it is to predict. Decoding with a cache does not: the one new query meets only past keys.
# Prefill, or recomputing the whole prefix, does need it.
#
# How do you add a padding mask? Block what either of them blocks: causal | padding[:, None, None, :], where
# the new axes broadcast over heads and queries.
#
# Must the mask be stored at all? No. Comparing two aranges where it is needed broadcasts to the same, and
# fused kernels skip whole blocks above the diagonal instead of masking them.
