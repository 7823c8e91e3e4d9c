"""Max pooling over a sliding-window view.

The view shows the size x size window of every position without copying; every stride-th of them, in both
directions, counts. Only full windows exist in the view, so leftovers at the edges drop out by themselves. The
maximum is taken over real pixels alone, which is why negative images need no special case.

O(out_h * out_w * size^2) time.
"""

import numpy as np


def max_pool2d(image, size, stride):
    """Maximum of every full window of (H, W)."""
    windows = np.lib.stride_tricks.sliding_window_view(image, (size, size))
    return windows[::stride, ::stride].max(axis=(2, 3))  # (out_h, out_w)


# What an interviewer asks next
#
# How does the gradient flow back? To the pixel that was the maximum, all of it; the others get 0. So the
# position of the maximum is kept from the forward pass; with overlapping windows the contributions of a
# pixel add up.
#
# When size equals stride, is there a form without windows? Crop to multiples, reshape to (out_h, size,
# out_w, size) and take the maximum over axes 1 and 3.
#
# Why do many networks use strided convolutions instead? They shrink the image as well and learn how; pooling
# throws away where in the window the maximum was, which matters more for detection and segmentation than for
# classification.
#
# With what would you pad? With minus infinity: a 0 would win over negative pixels.
