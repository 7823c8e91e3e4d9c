"""Backward pass of a convolution, one kernel offset at a time.

For a fixed offset (a, b) the forward pass is a plain product: the view padded[..., a + i * stride,
b + j * stride] times the matrix weight[:, :, a, b]. The gradients of a product are well known: that
of the matrix sums dout times the view over everything but the two channels; that of the view is dout times
the matrix. The view's gradient is added to the pixels that the view shows; a pixel that several offsets
show collects from all.

O(k^2 * N * C_out * C_in * out_h * out_w) time, like the forward pass; no copy of the windows.
"""

import numpy as np


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    """Gradients with respect to x, weight and bias."""
    (out_h, out_w), (height, width) = dout.shape[2:], x.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dpadded, dweight = np.zeros(padded.shape), np.empty(weight.shape)
    for a, b in np.ndindex(weight.shape[2:]):
        seen = np.s_[:, :, a : a + stride * out_h : stride, b : b + stride * out_w : stride]
        dweight[:, :, a, b] = np.einsum("noij,ncij->oc", dout, padded[seen])
        dpadded[seen] += np.einsum("noij,oc->ncij", dout, weight[:, :, a, b])
    dx = dpadded[:, :, padding : padding + height, padding : padding + width]
    return dx, dweight, dout.sum(axis=(0, 2, 3))


# What an interviewer asks next
#
# Can dx be written as a convolution? Yes: spread dout out with stride - 1 zeros between its pixels and zeros for
# rows and columns that no window reached, pad it by k - 1, and correlate with the kernels flipped in both
# directions and with their channel axes swapped.
#
# Why is that called a transposed convolution? The forward pass is linear in x: out = A x for a sparse
# matrix A. The gradient is Aᵀ dout.
#
# How does im2col do it? With cols from the forward pass: dweight is dout-as-a-matrix transposed times cols,
# dcols is dout times the weights, and col2im adds every entry of dcols back to its pixel.
#
# How would you test it? Central differences of sum(dout * forward(x, weight)), on shapes where N, C_in,
# C_out, H, W and k all differ, with strides that do not fit.
