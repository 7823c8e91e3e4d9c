"""im2col

Lay every window that a kernel will see out as one row of a matrix. A convolution is then a single matrix
product, which is how it is made fast.

x        images (N, C, H, W)
kernel   side length k of the square windows
stride   distance between neighbouring windows, in both directions
padding  rows and columns of zeros put on all four sides first
returns an array (N, out_h * out_w, C * k * k)

For each image, the rows are the window positions, row by row: position (i, j) is row i * out_w + j and
starts at pixel (i * stride, j * stride) of the padded image. Each row holds its window channel by channel,
and each channel row by row.

    >>> x = np.arange(9.0).reshape(1, 1, 3, 3)
    >>> im2col(x, 2)
    array([[[0., 1., 3., 4.],
            [1., 2., 4., 5.],
            [3., 4., 6., 7.],
            [4., 5., 7., 8.]]])

Edge cases: H and W differ; windows overlap, or leave gaps; only windows that fit whole count.
"""

import numpy as np


def im2col(x, kernel, stride=1, padding=0):
    raise NotImplementedError
