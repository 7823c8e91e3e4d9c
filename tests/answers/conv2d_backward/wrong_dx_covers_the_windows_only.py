# WRONG: dx is as large as the covered part only, so its shape is not x's when the stride does not fit; witness: conv2d_backward(np.ones((1, 1, 1, 1)), np.ones((1, 1, 4, 4)), np.ones((1, 1, 3, 3)), stride=2)[0].shape
import numpy as np


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, k, _ = weight.shape
    oh, ow = dout.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dil = np.zeros((N, O, stride * (oh - 1) + 1, stride * (ow - 1) + 1))
    dil[:, :, ::stride, ::stride] = dout
    full = np.pad(dil, ((0, 0), (0, 0), (k - 1, k - 1), (k - 1, k - 1)))
    win = np.lib.stride_tricks.sliding_window_view(full, (k, k), axis=(2, 3))
    dxp = np.einsum("nohwab,ocab->nchw", win, weight[:, :, ::-1, ::-1], optimize=True)
    dw = np.zeros(weight.shape)
    for a in range(k):
        for b in range(k):
            dw[:, :, a, b] = np.tensordot(dil, xp[:, :, a:a + dil.shape[2], b:b + dil.shape[3]], axes=([0, 2, 3], [0, 2, 3]))
    return dxp[:, :, padding:padding + H, padding:padding + W], dw, dout.sum(axis=(0, 2, 3))
