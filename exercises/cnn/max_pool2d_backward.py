"""Backward pass of max pooling

The forward pass kept the largest pixel of every window:

    out[i, j] = max of image[i * stride : i * stride + size,
                             j * stride : j * stride + size]

Only full windows counted, so out_h = floor((H - size) / stride) + 1, and
out_w likewise with W. Given the gradient of a loss with respect to out, find
the gradient with respect to image: the pixel that was the maximum of a window
gets that window's dout, and the other pixels of the window get nothing from
it. If a pixel is the maximum of several windows, add what it gets from each.

dout     (out_h, out_w), the gradient of the loss with respect to out
image    (H, W), the input of the forward pass
size     the height and width of a window, at most H and W
stride   the distance between neighboring windows, 1 or more
returns  an array (H, W), the gradient with respect to image

    >>> image = np.array([[1.0, 9.0, 2.0],
    ...                   [4.0, 3.0, 5.0]])
    >>> max_pool2d_backward(np.array([[0.5, 2.0]]), image, 2, 1)
    array([[0. , 2.5, 0. ],
           [0. , 0. , 0. ]])

Edge cases
- leftover pixels: a pixel that no window contains has gradient 0
- large strides: a stride larger than the window leaves gaps, and one larger
  than the image leaves one window
- equal maxima: the first in the window gets all of dout, going through the
  window row by row, and each row from left to right
"""

import numpy as np


def max_pool2d_backward(dout, image, size, stride):
    raise NotImplementedError
