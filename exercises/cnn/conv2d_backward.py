"""Backward pass of a convolution

The forward pass was a layer whose kernels are not flipped:

    out[n, o, i, j] = bias[o] + sum over c, a and b of
        padded[n, c, i * stride + a, j * stride + b] * weight[o, c, a, b]

padded is x with `padding` rows and columns of zeros on all four sides. Given
the gradient of a loss with respect to out, find the gradients with respect to
x, weight and bias. If several windows contain a pixel, add the gradients from
all of them.

dout     (N, C_out, out_h, out_w), the gradient of the loss with respect to
         out, where out_h = floor((H + 2 * padding - k) / stride) + 1, and
         out_w likewise
x        (N, C_in, H, W), the input of the forward pass
weight   (C_out, C_in, k, k)
stride   as in the forward pass; 1 by default
padding  as in the forward pass; 0 by default
returns  a tuple: dx of x's shape, dweight of weight's shape and
         dbias (C_out,)

    >>> x = np.array([[[[1.0, 2.0, 3.0]]]])
    >>> dout = np.array([[[[10.0, 1.0, 0.0]]]])
    >>> weight = np.array([[[[5.0]]]])
    >>> dx, dweight, dbias = conv2d_backward(dout, x, weight)
    >>> dx, dweight.item(), dbias
    (array([[[[50.,  5.,  0.]]]]), 12.0, array([11.]))

Edge cases
- 1x1 kernels: k = 1 works
- leftover pixels: a pixel that no window reaches has gradient 0
- wide padding: padding may be as large as the kernel or larger; dx has no
  entries for the padding
- large strides: a stride larger than the kernel leaves gaps
"""

import numpy as np


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    raise NotImplementedError
