"""im2col by a sliding-window view and one reshape.

The view has the axes (image, channel, position row, position column, window row, window column). The result
wants the positions before the channels, so one transpose puts the axes into the order in which they are
read, and one reshape, the only copy made, merges positions into rows and channel and window into
columns.

O(N * out_h * out_w * C * k^2) time and memory, up to k^2 times that of x.
"""

import numpy as np


def im2col(x, kernel, stride=1, padding=0):
    """All windows of (N, C, H, W), as (N, positions, C * kernel * kernel)."""
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kernel, kernel), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]  # (N, C, out_h, out_w, k, k)
    n, channels, out_h, out_w = windows.shape[:4]
    return windows.transpose(0, 2, 3, 1, 4, 5).reshape(n, out_h * out_w, channels * kernel**2)


# What an interviewer asks next
#
# How is it used? With weights (C_out, C, k, k): cols @ weight.reshape(C_out, -1).T is (N, positions,
# C_out), and the order of a row's entries is that of the reshaped weights. Transpose, reshape and add the
# bias.
#
# What is col2im? Its transpose: every entry of a row is added back to the pixel that it came from.
# Overlapping windows add up, which is why it is the gradient of im2col and not its inverse.
#
# Why is the reshape a copy and the view none? Overlapping windows share pixels, and no set of strides can
# describe a merged axis over them. The copy is the price for the single fast product.
#
# What would you do if the memory does not suffice? Work in chunks of images or of output rows, or one product per
# kernel offset, which needs no copy of the windows.
