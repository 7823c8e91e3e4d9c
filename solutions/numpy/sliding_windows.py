"""Sliding windows by broadcasting a column of starts against a row of offsets.

The table starts[:, None] + offsets holds, for each window, the indices of its entries, and one fancy index
fetches them all. The last possible start is length - size, so the range of starts ends just after it.

O(m size) time and memory; the result is a copy.
"""

import numpy as np


def sliding_windows(x, size, stride):
    """(m, size): every full window of x, ``stride`` entries apart; ValueError if there is none."""
    if size > len(x):
        raise ValueError(f"a window of {size} does not fit into {len(x)} entries")
    starts = np.arange(0, len(x) - size + 1, stride)  # (m,)
    return x[starts[:, None] + np.arange(size)]  # (m, 1) + (size,) -> (m, size)


# What an interviewer asks next
#
# Can it be done without copying? np.lib.stride_tricks.sliding_window_view(x, size)[::stride] is a read-only
# view: the windows overlap in memory. as_strided does it too, with strides (stride * s, s) where s is
# x.strides[0], not x.itemsize: x may be a slice itself. as_strided checks nothing, so a wrong number reads
# memory outside the array.
#
# How do you get a moving average? windows.mean(axis=1) takes O(m size) time; with a cumulative sum it is
# O(length).
#
# What changes in two dimensions? One column of starts and one row of offsets per axis: that is im2col.
