# WRONG: the shortcut for 1x1 kernels scales the caller's float64 image in place; witness: x = np.ones((2, 2)); conv2d(x, np.array([[3.0]])); x
import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    x = np.asarray(image, dtype=float)
    if padding:
        x = np.pad(x, padding)
    kh, kw = kernel.shape
    if kh == kw == 1:                       # fast path
        x *= kernel[0, 0]
        return x[::stride, ::stride].copy()
    win = np.lib.stride_tricks.sliding_window_view(x, (kh, kw))[::stride, ::stride]
    return (win * kernel).sum(axis=(2, 3))
