# WRONG: dweight uses the unpadded x (shifted by the padding), right for padding = 0; witness: conv2d_backward(np.ones((1, 1, 3, 3)), np.arange(9.).reshape(1, 1, 3, 3), np.ones((1, 1, 3, 3)), padding=1)[1]
import numpy as np


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    k = weight.shape[2]
    oh, ow = dout.shape[2:]
    p = padding
    xp = np.zeros((N, C, H + 2 * p, W + 2 * p))
    xp[:, :, :H, :W] = x
    dxp, dw = np.zeros(xp.shape), np.zeros(weight.shape)
    for a in range(k):
        for b in range(k):
            sl = np.s_[:, :, a:a + stride * (oh - 1) + 1:stride, b:b + stride * (ow - 1) + 1:stride]
            dw[:, :, a, b] = np.einsum("nohw,nchw->oc", dout, xp[sl])
            dxp[sl] += np.einsum("nohw,oc->nchw", dout, weight[:, :, a, b])
    return dxp[:, :, p:p + H, p:p + W], dw, dout.sum(axis=(0, 2, 3))
