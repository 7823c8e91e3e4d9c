"""Max pooling

Keep the largest pixel of every window:

    out[i, j] = max of image[i * stride : i * stride + size, j * stride : j * stride + size]

image    (H, W) size     height and width of a window stride   distance between neighbouring windows; it may
be smaller or larger than size returns an array (out_h, out_w): full windows only, so out_h = floor((H -
size) / stride) + 1, and out_w likewise

    >>> image = np.array([[1.0, 2.0, 5.0], [4.0, 3.0, 0.0], [7.0, 8.0, 9.0]])
    >>> max_pool2d(image, 2, 1)
    array([[4., 5.],
           [8., 9.]])
    >>> max_pool2d(image, 2, 2)
    array([[4.]])

Edge cases: an image of negative pixels, H and W that differ, and rows or columns that fill no window: they
are left out.
"""

import numpy as np


def max_pool2d(image, size, stride):
    raise NotImplementedError
