"""Sliding windows over a sequence

Cut a sequence into overlapping windows, as for a moving average or a language model's training samples.
Window i starts at entry i * stride and holds `size` entries; only full windows count.

x        (length,), one axis
size     entries in a window, 1 or more
stride   entries from one window's start to the next one's, 1 or more
returns  (m, size), with m = (length - size) // stride + 1

    >>> sliding_windows(np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0]), 3, 2)
    array([[0., 1., 2.],
           [2., 3., 4.]])

Edge cases: size = length gives one window, a larger size raises ValueError; a stride may be larger than the
size.
"""

import numpy as np


def sliding_windows(x, size, stride):
    raise NotImplementedError
