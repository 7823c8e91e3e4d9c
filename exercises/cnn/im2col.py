"""im2col: windows as rows of a matrix

Write every window that a kernel will see as one row of a matrix. A convolution
is then a single matrix product, which makes it fast.

x        images (N, C, H, W)
kernel   the side k of the square windows; they fit into the padded images
stride   the distance between neighboring windows in both directions; 1 by
         default
padding  the rows and columns of zeros to add on all four sides; 0 by default
returns  an array (N, out_h * out_w, C * k * k) of unchanged pixels

For each image, the rows are the window positions, row by row: position (i, j)
is row i * out_w + j and starts at pixel (i * stride, j * stride) of the padded
image. Each row holds its window channel by channel, and each channel row by
row. Only windows that fit count, so
out_h = floor((H + 2 * padding - k) / stride) + 1, and out_w likewise.

    >>> x = np.arange(9.0).reshape(1, 1, 3, 3)
    >>> im2col(x, 2)
    array([[[0., 1., 3., 4.],
            [1., 2., 4., 5.],
            [3., 4., 6., 7.],
            [4., 5., 7., 8.]]])

Edge cases
- 1x1 kernels: k = 1 gives one pixel per channel in each row
- leftover pixels: rows and columns that the stride does not reach are ignored
- wide padding: padding may exceed the kernel
- large strides: a stride larger than the kernel leaves gaps
"""

import numpy as np


def im2col(x, kernel, stride=1, padding=0):
    raise NotImplementedError
