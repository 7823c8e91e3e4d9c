"""Convolution of a batch, without slow loops

A whole convolutional layer: every image, every channel, in one go.

    out[n, o, i, j] = bias[o] + sum over c, a, b of
                      padded[n, c, i * stride + a, j * stride + b] * weight[o, c, a, b]

x        images (N, C_in, H, W)
weight   square kernels (C_out, C_in, k, k); as in every deep-learning library they are not flipped
bias     (C_out,)
stride   step of the kernel, in both directions
padding  rows and columns of zeros put on all four sides
returns an array (N, C_out, out_h, out_w) of all positions where the kernel fits

    >>> x = np.arange(9.0).reshape(1, 1, 3, 3)
    >>> weight = np.array([[[[1.0, 0.0], [0.0, 1.0]]], [[[0.0, 0.0], [0.0, 2.0]]]])
    >>> conv2d_batch(x, weight, np.array([0.0, 100.0]))
    array([[[[  4.,   6.],
             [ 10.,  12.]],
    <BLANKLINE>
            [[108., 110.],
             [114., 116.]]]])

No Python loop may run over the images or over the pixels; speed is checked, on many small images and on a
large one. Loops over kernel offsets and channels are fine.

Edge cases: H and W differ; a stride that does not fit leaves the last rows or columns out.
"""

import numpy as np


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    raise NotImplementedError
