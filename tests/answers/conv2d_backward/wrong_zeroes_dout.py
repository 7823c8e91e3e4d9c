# WRONG: dout is zeroed in place after use; witness: g = np.full((1, 1, 1, 1), 3.0); conv2d_backward(g, np.ones((1, 1, 2, 2)), np.ones((1, 1, 2, 2))); g
import numpy as np


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    H, W = x.shape[2:]
    k = weight.shape[2]
    oh, ow = dout.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dxp, dw = np.zeros(xp.shape), np.zeros(weight.shape)
    db = dout.sum(axis=(0, 2, 3))
    for a in range(k):
        for b in range(k):
            sl = np.s_[:, :, a:a + stride * (oh - 1) + 1:stride, b:b + stride * (ow - 1) + 1:stride]
            dw[:, :, a, b] = np.einsum("nohw,nchw->oc", dout, xp[sl])
            dxp[sl] += np.einsum("nohw,oc->nchw", dout, weight[:, :, a, b])
    dout.fill(0.0)          # gradient consumed
    return dxp[:, :, padding:padding + H, padding:padding + W], dw, db
