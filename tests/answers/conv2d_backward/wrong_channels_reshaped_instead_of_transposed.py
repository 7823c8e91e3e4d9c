# WRONG: the channels are contracted in the wrong order: reshaping weight to (C_in, C_out, ...) by .reshape instead of transpose, right for one input or one output channel; witness: conv2d_backward(np.array([1., 0.]).reshape(1, 2, 1, 1), np.ones((1, 2, 1, 1)), np.array([1., 2., 3., 4.]).reshape(2, 2, 1, 1))[0]
import numpy as np


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    H, W = x.shape[2:]
    O, C, k, _ = weight.shape
    oh, ow = dout.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    wt = weight.reshape(C, O, k, k)
    dxp, dw = np.zeros(xp.shape), np.zeros(weight.shape)
    for a in range(k):
        for b in range(k):
            sl = np.s_[:, :, a:a + stride * (oh - 1) + 1:stride, b:b + stride * (ow - 1) + 1:stride]
            dw[:, :, a, b] = np.einsum("nohw,nchw->oc", dout, xp[sl])
            dxp[sl] += np.einsum("nohw,co->nchw", dout, wt[:, :, a, b])
    return dxp[:, :, padding:padding + H, padding:padding + W], dw, dout.sum(axis=(0, 2, 3))
