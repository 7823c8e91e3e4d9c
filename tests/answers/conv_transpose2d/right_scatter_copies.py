import numpy as np


def conv_transpose2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((H - 1) * stride + kh, (W - 1) * stride + kw))
    for i in range(H):
        for j in range(W):
            out[i * stride:i * stride + kh, j * stride:j * stride + kw] += x[i, j] * kernel
    return out
