# WRONG: patches are laid out row, column, channel instead of channel by channel; witness: im2col(np.arange(32.).reshape(1, 2, 4, 4), 2)
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def im2col(x, kernel, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = sliding_window_view(xp, (kernel, kernel), axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, oh, ow = w.shape[:4]
    return w.transpose(0, 2, 3, 4, 5, 1).reshape(n, oh * ow, c * kernel * kernel)
