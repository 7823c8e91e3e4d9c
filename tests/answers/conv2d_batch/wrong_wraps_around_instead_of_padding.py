# WRONG: shifts with np.roll, so with padding the image wraps around instead of meeting zeros; witness: conv2d_batch(np.arange(9.).reshape(1, 1, 3, 3), np.ones((1, 1, 3, 3)), np.zeros(1), padding=1)
import numpy as np


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, k, _ = weight.shape
    oh, ow = (H + 2 * padding - k) // stride + 1, (W + 2 * padding - k) // stride + 1
    rows, cols = np.arange(oh) * stride, np.arange(ow) * stride
    out = np.zeros((N, O, oh, ow))
    for a in range(k):
        for b in range(k):
            r, c = (rows + a - padding) % H, (cols + b - padding) % W
            out += np.einsum("nchw,oc->nohw", x[:, :, r[:, None], c], weight[:, :, a, b], optimize=True)
    return out + bias[None, :, None, None]
