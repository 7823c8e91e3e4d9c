"""Sliding windows over a sequence

Cut a sequence into overlapping windows, as for a moving average or for the
training samples of a language model. Window i starts at entry i * stride and
holds `size` entries. Only full windows count.

x        (length,), one axis
size     entries in a window, 1 or more
stride   entries from one window's start to the next, 1 or more
returns  an array (m, size), with m = (length - size) // stride + 1; it may
         be a view

    >>> sliding_windows(np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0]), 3, 2)
    array([[0., 1., 2.],
           [2., 3., 4.]])

Edge cases
- size = length: one window
- large strides: a stride above the size skips entries; it may even exceed
  the length
- size above the length: raise ValueError
"""

import numpy as np


def sliding_windows(x, size, stride):
    raise NotImplementedError
