"""Convolution of an image

Slide a kernel over an image and take the weighted sum of the pixels below it:

    out[i, j] = sum over a and b of
                padded[i * stride + a, j * stride + b] * kernel[a, b]

padded is the image with `padding` rows and columns of zeros on all four
sides. As in every deep learning library, do not flip the kernel. Strictly
speaking, this is a cross-correlation.

Only positions where the kernel fits count, so
out_h = floor((H + 2 * padding - kh) / stride) + 1, and out_w likewise with W
and kw.

image    (H, W)
kernel   (kh, kw); it fits into the padded image
stride   the step of the kernel in both directions; 1 by default
padding  the rows and columns of zeros on each side; 0 by default
returns  an array (out_h, out_w)

    >>> image = np.array([[1.0, 2.0, 3.0],
    ...                   [4.0, 5.0, 6.0],
    ...                   [7.0, 8.0, 9.0]])
    >>> conv2d(image, np.array([[1.0, 0.0], [0.0, -1.0]]))
    array([[-4., -4.],
           [-4., -4.]])
    >>> conv2d(image, np.array([[1.0, 10.0]]), stride=2, padding=1)
    array([[ 0.,  0.],
           [40., 65.],
           [ 0.,  0.]])

Edge cases
- oblong kernels: kh and kw may differ
- leftover pixels: rows and columns that the stride does not reach are ignored
- wide padding: padding may exceed the kernel, or make room for a kernel
  larger than the image
- large strides: the stride may exceed the kernel and the image
"""

import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    raise NotImplementedError
