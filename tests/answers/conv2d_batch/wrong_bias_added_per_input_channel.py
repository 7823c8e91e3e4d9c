# WRONG: the bias is added once per input channel; witness: conv2d_batch(np.zeros((1, 2, 3, 3)), np.zeros((1, 2, 3, 3)), np.ones(1))
import numpy as np


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    k = weight.shape[2]
    total = 0.0
    for c in range(xp.shape[1]):
        w = np.lib.stride_tricks.sliding_window_view(xp[:, c], (k, k), axis=(1, 2))[:, ::stride, ::stride]
        total = total + np.tensordot(w, weight[:, c], axes=([3, 4], [1, 2])) + bias
    return np.moveaxis(total, -1, 1)
