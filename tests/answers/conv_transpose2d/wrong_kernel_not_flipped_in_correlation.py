# correlates the spread x with the kernel as it is, which flips the copies
import numpy as np


def conv_transpose2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    up = np.zeros(((h - 1) * stride + 1, (w - 1) * stride + 1))
    up[::stride, ::stride] = x
    up = np.pad(up, ((kh - 1,) * 2, (kw - 1,) * 2))
    out = np.zeros((up.shape[0] - kh + 1, up.shape[1] - kw + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.sum(up[r:r + kh, c:c + kw] * kernel)
    return out
