# WRONG: cropping with [p:-p] gives an empty dx for padding = 0; witness: conv2d_backward(np.ones((1, 1, 2, 2)), np.ones((1, 1, 3, 3)), np.ones((1, 1, 2, 2)))[0]
import numpy as np


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    k = weight.shape[2]
    oh, ow = dout.shape[2:]
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    dxp, dw = np.zeros(xp.shape), np.zeros(weight.shape)
    for a in range(k):
        for b in range(k):
            sl = np.s_[:, :, a:a + stride * (oh - 1) + 1:stride, b:b + stride * (ow - 1) + 1:stride]
            dw[:, :, a, b] = np.tensordot(dout, xp[sl], axes=([0, 2, 3], [0, 2, 3]))
            dxp[sl] += np.einsum("nohw,oc->nchw", dout, weight[:, :, a, b])
    return dxp[:, :, p:-p, p:-p], dw, dout.sum(axis=(0, 2, 3))
