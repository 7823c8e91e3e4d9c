# WRONG: a Python loop over the output pixels; witness: import time; x = np.ones((1, 1, 600, 600)); w = np.ones((1, 1, 3, 3)); t0 = time.perf_counter(); conv2d_batch(x, w, np.zeros(1)); time.perf_counter() - t0 < 0.6
import numpy as np


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = xp.shape
    O, _, k, _ = weight.shape
    oh, ow = (H - k) // stride + 1, (W - k) // stride + 1
    out = np.empty((N, O, oh, ow))
    w2 = weight.reshape(O, -1).T
    for i in range(oh):
        for j in range(ow):
            patch = xp[:, :, i * stride:i * stride + k, j * stride:j * stride + k]
            out[:, :, i, j] = patch.reshape(N, -1) @ w2
    return out + bias[:, None, None]
