"""Sinusoidal positional encoding: one angle for each pair of columns, its sine and its cosine side by side.

The even column numbers 2i = 0, 2, 4, ... name the pairs, so there are ceil(d_model / 2) angles for each position. An
odd d_model has a sine for every angle but no cosine for the last one, so the cosines take the first d_model // 2
angles. Assigning all of them would not fit.

O(seq_len · d_model) time and memory.
"""

import numpy as np


def positional_encoding(seq_len, d_model):
    """(seq_len, d_model): sines in the even columns, cosines in the odd ones."""
    positions = np.arange(seq_len)[:, None]  # (seq_len, 1)
    evens = np.arange(0, d_model, 2)  # (pairs,)
    angles = positions / 10000 ** (evens / d_model)  # (seq_len, pairs)
    encoding = np.empty((seq_len, d_model))
    encoding[:, 0::2] = np.sin(angles)
    encoding[:, 1::2] = np.cos(angles[:, : d_model // 2])
    return encoding


# What an interviewer asks next
#
# Why sine and cosine together? For any offset k, PE[pos + k] is a rotation of PE[pos] by a fixed angle in
# each pair, so one linear map can look "k tokens back" from any position. A sine alone has no such map.
#
# Why so many frequencies? The fast pairs tell neighbors apart and the slow ones tell regions apart, like the
# hands of a clock. The wavelengths run from 2π to about 10000 · 2π.
#
# Added or concatenated? Added, which keeps the width. In many dimensions, content and position can use nearly
# orthogonal directions, so the layers can separate them.
#
# What do newer models use? Rotary embeddings: the same rotations, applied to queries and keys inside
# attention, so that scores depend on the distance alone.
