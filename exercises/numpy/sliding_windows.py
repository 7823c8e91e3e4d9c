"""Sliding windows over a sequence

Cut a sequence into overlapping windows, as for a moving average or for the
training samples of a language model. Window i starts at entry i * stride and
holds `size` entries. Only full windows count.

x        (length,), one axis
size     entries in a window, 1 or more
stride   entries from one window's start to the next, 1 or more
returns  (m, size), with m = (length - size) // stride + 1

    >>> sliding_windows(np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0]), 3, 2)
    array([[0., 1., 2.],
           [2., 3., 4.]])

Edge cases
- size = length: one window
- large strides: above the size, which skips entries, or above the length
- size above the length: raises ValueError
"""

import numpy as np


def sliding_windows(x, size, stride):
    raise NotImplementedError
