"""Backward pass of a convolution

The forward pass was a layer without flipped kernels,

    out[n, o, i, j] = bias[o] + sum over c, a, b of
                      padded[n, c, i * stride + a, j * stride + b] * weight[o, c, a, b]

where padded is x with `padding` rows and columns of zeros on all four sides. Given the gradient of a loss
with respect to out, find those with respect to x, weight and bias.

dout     (N, C_out, out_h, out_w), the gradient of the loss with respect to out
x        (N, C_in, H, W), the input of the forward pass
weight   (C_out, C_in, k, k)
stride, padding  as in the forward pass
returns (dx, of x's shape, dweight, of weight's shape, dbias (C_out,))

    >>> x = np.array([[[[1.0, 2.0, 3.0]]]])
    >>> dout = np.array([[[[10.0, 1.0, 0.0]]]])
    >>> dx, dweight, dbias = conv2d_backward(dout, x, np.array([[[[5.0]]]]))
    >>> dx, dweight.item(), dbias
    (array([[[[50.,  5.,  0.]]]]), 12.0, array([11.]))

Edge cases: a pixel seen by several windows collects from all of them; one that no window reaches has
gradient 0; with padding, dx is that of x, not of padded.
"""

import numpy as np


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    raise NotImplementedError
