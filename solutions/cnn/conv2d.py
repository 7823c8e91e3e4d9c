"""Convolution as a sum over windows.

A sliding-window view shows the kh x kw window of every position without copying a pixel; every stride-th of
them in both directions is a position of the output. The sum over a window's two axes, weighted by the
kernel, is one einsum.

O(out_h * out_w * kh * kw) time; memory for the padded image and the output.
"""

import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    """Cross-correlation of (H, W) with (kh, kw), with zero padding."""
    padded = np.pad(image, padding)  # zeros on all four sides
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    windows = windows[::stride, ::stride]  # (out_h, out_w, kh, kw), still a view
    return np.einsum("ijab,ab->ij", windows, kernel)


# What an interviewer asks next
#
# Is it a convolution? A true one flips the kernel along both axes. With learned weights that makes no
# difference; with a fixed, asymmetric kernel it does.
#
# Why do frameworks not loop over pixels? Interpreter overhead. The usual trick is im2col: copy the windows
# into the rows of a matrix and do one matrix product, which BLAS does near the machine's peak.
#
# What if the kernel is an outer product u vᵀ? Then it is separable: convolve the columns with u and the
# rows with v, kh + kw operations per pixel instead of kh * kw. A Gaussian blur is of this kind.
