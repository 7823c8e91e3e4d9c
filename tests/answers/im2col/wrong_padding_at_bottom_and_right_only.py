# WRONG: all the zeros (2 * padding of them) go to the bottom and the right; witness: im2col(np.ones((1, 1, 3, 3)), 3, padding=1)
import numpy as np


def im2col(x, kernel, stride=1, padding=0):
    N, C, H, W = x.shape
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    xp[:, :, :H, :W] = x
    oh, ow = (xp.shape[2] - kernel) // stride + 1, (xp.shape[3] - kernel) // stride + 1
    out = np.empty((N, oh * ow, C * kernel * kernel))
    for m in range(oh * ow):
        i, j = divmod(m, ow)
        out[:, m] = xp[:, :, i * stride:i * stride + kernel, j * stride:j * stride + kernel].reshape(N, -1)
    return out
