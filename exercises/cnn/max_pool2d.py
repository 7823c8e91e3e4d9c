"""Max pooling

Keep the largest pixel of every window:

    out[i, j] = max of image[i * stride : i * stride + size,
                             j * stride : j * stride + size]

Only full windows count, so out_h = floor((H - size) / stride) + 1, and out_w
likewise with W.

image    (H, W)
size     the height and width of a window, at most H and W
stride   the distance between neighboring windows, 1 or more
returns  an array (out_h, out_w) of unchanged pixels

    >>> image = np.array([[1.0, 2.0, 5.0],
    ...                   [4.0, 3.0, 0.0],
    ...                   [7.0, 8.0, 9.0]])
    >>> max_pool2d(image, 2, 1)
    array([[4., 5.],
           [8., 9.]])
    >>> max_pool2d(image, 2, 2)
    array([[4.]])

Edge cases
- negative pixels: all pixels of a window may be negative, even far below 0
- leftover pixels: rows and columns at the end that fill no window are left out
- large strides: a stride larger than the window leaves gaps, and one larger
  than the image leaves one window
"""

import numpy as np


def max_pool2d(image, size, stride):
    raise NotImplementedError
