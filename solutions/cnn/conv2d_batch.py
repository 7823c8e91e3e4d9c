"""Convolution as one matrix product: gather all windows, then contract channels and kernel offsets at once.

`sliding_window_view` lays every k x k window out as two more axes without copying anything; the stride is a
matter of skipping windows. What remains is a sum over (channel, row offset, column offset) for each (image,
position) and each output channel, which is a product of an (N * out_h * out_w, C_in * k * k) matrix with a
(C_in * k * k, C_out) one. `tensordot` makes the copies that this takes and hands it to BLAS.

O(N * out_h * out_w * C_out * C_in * k * k) time; at stride 1 the copied windows take k * k times the memory of x.
"""

import numpy as np


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    """Cross-correlation of (N, C_in, H, W) with (C_out, C_in, k, k), plus a bias per output channel."""
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, weight.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]  # (N, C_in, out_h, out_w, k, k), still a view
    out = np.tensordot(windows, weight, axes=((1, 4, 5), (1, 2, 3)))  # (N, out_h, out_w, C_out)
    return out.transpose(0, 3, 1, 2) + bias[:, np.newaxis, np.newaxis]


# What an interviewer asks next
#
# What does this cost in memory, and what would you do about it? At stride 1, the copied windows take k * k
# times the memory of the input. Adding up k * k products, one per kernel offset, of a shifted view of x with
# weight[:, :, a, b] needs no such copy.
#
# Why does nobody flip the kernel? The weights are learned: a flipped kernel would be learned flipped. What is
# called convolution is cross-correlation.
#
# When is the FFT better? For large kernels. Each channel of each image is transformed once, in
# O(HW log HW) whatever k is; the kernels' transforms can be made ahead. Per pair of channels one product per
# frequency remains. For 3 x 3 the direct product wins.
#
# What do grouped and depthwise convolutions change? The sum runs over the channels of one group only;
# depthwise has one channel per group, so C_in drops out of the cost.
