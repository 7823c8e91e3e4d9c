# WRONG: byte strides computed from the shape, so a Fortran-ordered or transposed x without padding is read in the wrong order; witness: im2col(np.arange(40.).reshape(2, 1, 4, 5).transpose(0, 1, 3, 2), 2)
import numpy as np


def im2col(x, kernel, stride=1, padding=0):
    if padding > 0:
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = x.shape
    buf = np.ravel(x, order="K")
    it = buf.itemsize
    oh, ow = (H - kernel) // stride + 1, (W - kernel) // stride + 1
    w = np.lib.stride_tricks.as_strided(
        buf,
        (N, oh, ow, C, kernel, kernel),
        (C * H * W * it, W * stride * it, stride * it, H * W * it, W * it, it),
    )
    return w.reshape(N, oh * ow, C * kernel * kernel)
