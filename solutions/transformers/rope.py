"""Rotary position embedding: every pair of columns is rotated by its own angle.

All angles form a (T, d/2) table, position times frequency, which broadcasts over any leading axes. Both new columns
need both old ones, so the old pair is read first and the result goes into a new array: writing the first column in
place would spoil the second. A rotation keeps every pair's length, and rotations by a and b differ by a − b. That is
why scores depend on relative positions only.

O(size of x) time and memory.
"""

import numpy as np


def rope(x, positions, base=10000.0):
    """``x`` (..., T, d) with the pairs (2i, 2i + 1) of row t rotated by positions[t] · base^(−2i / d)."""
    d = x.shape[-1]
    frequencies = base ** -(np.arange(0, d, 2) / d)  # (d/2,)
    angles = positions[:, None] * frequencies  # (T, d/2)
    cos, sin = np.cos(angles), np.sin(angles)
    even, odd = x[..., 0::2], x[..., 1::2]  # (..., T, d/2)
    turned = np.stack((even * cos - odd * sin, even * sin + odd * cos), axis=-1)  # (..., T, d/2, 2)
    return turned.reshape(x.shape)


# What an interviewer asks next
#
# Why are queries and keys rotated, but not values? Position should decide where to look, so it enters through the
# scores. The values are what is read there.
#
# Some models pair column i with column i + d/2 instead. Is that another method? No, only another order of
# the columns: permuting the columns of W_q and W_k within each head turns one into the other. But weights trained with
# one layout give nonsense with the other.
#
# How does it work with a cache? Keys are rotated before they are cached, each by its own absolute position, and
# so is the new query. Nothing in the cache has to change.
#
# How is the context made longer than in training? The model does not know angles beyond the trained ones. So
# positions are scaled down to fractions of a step, or the base is raised so that the slow pairs turn more slowly.
