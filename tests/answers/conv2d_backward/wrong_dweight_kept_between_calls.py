# WRONG: keeps dweight between calls (module-level accumulator per shape, like .grad without zero_grad); witness: a = (np.ones((1, 1, 1, 1)), np.ones((1, 1, 2, 2)), np.ones((1, 1, 2, 2))); conv2d_backward(*a); conv2d_backward(*a)[1]
import numpy as np

_GRADS = {}


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    H, W = x.shape[2:]
    k = weight.shape[2]
    oh, ow = dout.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dxp = np.zeros(xp.shape)
    dw = _GRADS.setdefault(weight.shape, np.zeros(weight.shape))
    for a in range(k):
        for b in range(k):
            sl = np.s_[:, :, a:a + stride * (oh - 1) + 1:stride, b:b + stride * (ow - 1) + 1:stride]
            dw[:, :, a, b] += np.einsum("nohw,nchw->oc", dout, xp[sl])
            dxp[sl] += np.einsum("nohw,oc->nchw", dout, weight[:, :, a, b])
    return dxp[:, :, padding:padding + H, padding:padding + W], dw.copy(), dout.sum(axis=(0, 2, 3))
