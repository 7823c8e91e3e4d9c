# WRONG: the padded buffer is cached per shape and the result is a view into it for kernel = 1, so an earlier result changes with the next call; witness: a = im2col(np.ones((1, 1, 2, 2)), 1); im2col(np.zeros((1, 1, 2, 2)), 1); a
import numpy as np

_PADDED = {}


def im2col(x, kernel, stride=1, padding=0):
    N, C, H, W = x.shape
    key = (N, C, H, W, padding)
    if key not in _PADDED:
        _PADDED[key] = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    xp = _PADDED[key]
    xp[:, :, padding:padding + H, padding:padding + W] = x
    w = np.lib.stride_tricks.sliding_window_view(xp, (kernel, kernel), axis=(2, 3))[:, :, ::stride, ::stride]
    oh, ow = w.shape[2:4]
    return w.transpose(0, 2, 3, 1, 4, 5).reshape(N, oh * ow, C * kernel * kernel)
