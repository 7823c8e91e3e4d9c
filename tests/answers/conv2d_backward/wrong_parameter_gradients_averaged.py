# WRONG: the parameter gradients are averaged over the batch instead of summed, right for N = 1; witness: conv2d_backward(np.ones((2, 1, 1, 1)), np.ones((2, 1, 2, 2)), np.ones((1, 1, 2, 2)))[2]
import numpy as np


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    k = weight.shape[2]
    oh, ow = dout.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dxp, dw = np.zeros(xp.shape), np.zeros(weight.shape)
    for i in range(oh):
        for j in range(ow):
            r, c = i * stride, j * stride
            g = dout[:, :, i, j]
            dw += np.tensordot(g, xp[:, :, r:r + k, c:c + k], axes=(0, 0))
            dxp[:, :, r:r + k, c:c + k] += np.tensordot(g, weight, axes=(1, 0))
    return dxp[:, :, padding:padding + H, padding:padding + W], dw / N, dout.sum(axis=(0, 2, 3)) / N
