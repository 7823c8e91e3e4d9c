import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def im2col(x, kernel, stride=1, padding=0):
    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    w = sliding_window_view(padded, (kernel, kernel), axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, oh, ow, k, _ = w.shape
    return np.moveaxis(w, 1, 3).reshape(n, oh * ow, c * k * k)
