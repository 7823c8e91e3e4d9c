# WRONG: a Python loop over the batch; witness: import time; x = np.ones((20000, 1, 3, 3)); w = np.ones((1, 1, 3, 3)); t0 = time.perf_counter(); conv2d_batch(x, w, np.zeros(1)); time.perf_counter() - t0 < 0.3
import numpy as np


def _single(img, weight, bias, stride):
    k = weight.shape[2]
    w = np.lib.stride_tricks.sliding_window_view(img, (k, k), axis=(1, 2))[:, ::stride, ::stride]
    return np.tensordot(weight, w, axes=([1, 2, 3], [0, 3, 4])) + bias[:, None, None]


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    return np.stack([_single(img, weight, bias, stride) for img in xp])
