"""Transposed convolution, one kernel entry at a time.

For a fixed kernel entry (a, b), the entries of x land on a regular grid of the output: it starts at (a, b) and its
points are `stride` apart. So all of x is added at once to a strided slice. There are kh * kw slices, instead of H * W
copies of the kernel.

O(H W kh kw) time, O(1) memory besides the output.
"""

import numpy as np


def conv_transpose2d(x, kernel, stride=1):
    """Every entry of (H, W) adds the kernel times itself, `stride` apart."""
    (h, w), (kh, kw) = x.shape, kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for a, b in np.ndindex(kh, kw):
        out[a : a + h * stride : stride, b : b + w * stride : stride] += x * kernel[a, b]
    return out


# What an interviewer asks next
#
# Does it undo a convolution? No. It has the shapes the other way around, and its matrix is the transpose of the
# convolution's matrix, not the inverse. Applied to dout it gives the convolution's gradient with respect to its input.
#
# How do you compute it with an ordinary convolution? Put stride - 1 zeros between the entries of x, pad by kh - 1 and
# kw - 1 zeros on all sides, and cross-correlate with the kernel flipped in both directions.
#
# How do channels enter? The weights have shape (C_in, C_out, kh, kw). Every input channel adds its copies to every
# output channel with a kernel of its own, and each output channel has one bias.
#
# Which other layers enlarge an image? Interpolation followed by a convolution, or pixel shuffle: a convolution to
# C · r² channels, whose groups of r² become r × r blocks of pixels. With pixel shuffle no windows overlap.
