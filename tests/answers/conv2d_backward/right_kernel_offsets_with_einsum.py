import numpy as np


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    H, W = x.shape[2:]
    k = weight.shape[2]
    oh, ow = dout.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dxp = np.zeros(xp.shape)
    dw = np.zeros(weight.shape)
    for a in range(k):
        for b in range(k):
            window = np.s_[:, :, a:a + stride * (oh - 1) + 1:stride, b:b + stride * (ow - 1) + 1:stride]
            dw[:, :, a, b] = np.einsum("nohw,nchw->oc", dout, xp[window])
            dxp[window] += np.einsum("nohw,oc->nchw", dout, weight[:, :, a, b])
    return dxp[:, :, padding:padding + H, padding:padding + W], dw, dout.sum(axis=(0, 2, 3))
