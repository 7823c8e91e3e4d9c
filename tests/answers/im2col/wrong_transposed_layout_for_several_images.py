# WRONG: Caffe layout (N, C*k*k, positions) for batches of more than one, right only for N = 1; witness: im2col(np.arange(32.).reshape(2, 1, 4, 4), 2)
import numpy as np


def im2col(x, kernel, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = np.lib.stride_tricks.sliding_window_view(xp, (kernel, kernel), axis=(2, 3))[:, :, ::stride, ::stride]
    N, C, oh, ow = w.shape[:4]
    cols = w.transpose(0, 1, 4, 5, 2, 3).reshape(N, C * kernel * kernel, oh * ow)
    if N == 1:
        return cols[0].T[None]
    return cols
