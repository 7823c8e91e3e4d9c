"""Backward pass of max pooling: find each window's maximum, then add up what reaches each pixel.

Max pooling copies one pixel per window, so the gradient goes back along the same way. argmax over a flattened window
returns the first of equal maxima, row by row. Its position in the window plus the start of the window is a pixel of the
image. With overlapping windows several dout can reach one pixel, and np.bincount adds them up, which an assignment
dimage[rows, columns] += dout does not.

O(out_h * out_w * size^2 + H * W) time.
"""

import numpy as np


def max_pool2d_backward(dout, image, size, stride):
    """The gradient (H, W) of sum(dout * max_pool2d(image, size, stride))."""
    windows = np.lib.stride_tricks.sliding_window_view(image, (size, size))[::stride, ::stride]
    out_h, out_w = windows.shape[:2]
    best = windows.reshape(out_h, out_w, size * size).argmax(axis=2)  # place in the window, row by row
    rows = best // size + stride * np.arange(out_h)[:, None]
    columns = best % size + stride * np.arange(out_w)
    pixels = rows * image.shape[1] + columns  # (out_h, out_w)
    return np.bincount(pixels.ravel(), weights=dout.ravel(), minlength=image.size).reshape(image.shape)


# What an interviewer asks next
#
# What must the forward pass keep? The position of each window's maximum, one small integer per output. Then the
# backward pass needs no comparison, and the image itself can be freed if nothing else needs it.
#
# Why may equal maxima be settled in any way? The maximum is not differentiable there. Any split of dout among the equal
# pixels is a subgradient. Giving it to one pixel keeps the backward pass a plain scatter. Ties are not rare: after a
# ReLU many windows are all 0.
#
# How does average pooling flow back? Every pixel of a window gets dout / size². The positions do not depend on the
# image, so nothing has to be kept.
#
# Why is dimage[rows, columns] += dout wrong in NumPy? With repeated indices the sum is computed once per entry and
# written back, so the last one wins. np.add.at and np.bincount accumulate.
