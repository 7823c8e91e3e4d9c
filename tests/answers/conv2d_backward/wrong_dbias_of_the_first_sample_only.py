# WRONG: dbias is summed over the pixels of the first sample only, right for N = 1; witness: conv2d_backward(np.ones((2, 1, 1, 1)), np.ones((2, 1, 2, 2)), np.ones((1, 1, 2, 2)))[2]
import numpy as np


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, k, _ = weight.shape
    oh, ow = dout.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dxp, dw = np.zeros(xp.shape), np.zeros(weight.shape)
    db = np.zeros(O)
    for n in range(N):
        for i in range(oh):
            for j in range(ow):
                win = np.s_[n, :, i * stride:i * stride + k, j * stride:j * stride + k]
                dw += dout[n, :, i, j, None, None, None] * xp[win]
                dxp[win] += np.tensordot(dout[n, :, i, j], weight, axes=1)
        if n == 0:
            db += dout[n].sum(axis=(1, 2))
    return dxp[:, :, padding:padding + H, padding:padding + W], dw, db
