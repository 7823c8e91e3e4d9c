"""Convolution of an image

Slide a kernel over an image and take the weighted sum of the pixels below it:

    out[i, j] = sum over a, b of padded[i * stride + a, j * stride + b] * kernel[a, b]

As in every deep-learning library the kernel is not flipped: strictly speaking, this is a cross-correlation.

image    (H, W)
kernel   (kh, kw), not necessarily square
stride   step of the kernel, in both directions
padding  rows and columns of zeros put on all four sides
returns an array (out_h, out_w) of all positions where the kernel fits, with
         out_h = floor((H + 2 * padding - kh) / stride) + 1, and out_w likewise

    >>> image = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
    >>> conv2d(image, np.array([[1.0, 0.0], [0.0, -1.0]]))
    array([[-4., -4.],
           [-4., -4.]])
    >>> conv2d(image, np.array([[1.0, 10.0]]), stride=2, padding=1)
    array([[ 0.,  0.],
           [40., 65.],
           [ 0.,  0.]])

Edge cases: H and W differ, rows or columns that the stride does not reach.
"""

import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    raise NotImplementedError
