# WRONG: windows are assigned instead of accumulated (fancy += keeps one of the duplicates), so dx is wrong where windows overlap; witness: conv2d_backward(np.ones((1, 1, 2, 2)), np.ones((1, 1, 3, 3)), np.ones((1, 1, 2, 2)))[0]
import numpy as np


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, k, _ = weight.shape
    oh, ow = dout.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    c = np.repeat(np.arange(C), k * k)[:, None]
    i = np.tile(np.repeat(np.arange(k), k), C)[:, None] + stride * np.repeat(np.arange(oh), ow)
    j = np.tile(np.arange(k), k * C)[:, None] + stride * np.tile(np.arange(ow), oh)
    g = dout.reshape(N, O, -1)
    dw = np.einsum("nol,nkl->ok", g, xp[:, c, i, j]).reshape(weight.shape)
    dxp = np.zeros(xp.shape)
    dxp[:, c, i, j] += np.einsum("nol,ok->nkl", g, weight.reshape(O, -1))
    return dxp[:, :, padding:padding + H, padding:padding + W], dw, g.sum(axis=(0, 2))
