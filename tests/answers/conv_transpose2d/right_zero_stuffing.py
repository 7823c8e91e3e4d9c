import numpy as np


def conv_transpose2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    up = np.zeros((h + (h - 1) * (stride - 1), w + (w - 1) * (stride - 1)))
    up[::stride, ::stride] = x
    up = np.pad(up, [(kh - 1, kh - 1), (kw - 1, kw - 1)])
    k = np.rot90(kernel, 2)
    R, C = up.shape[0] - kh + 1, up.shape[1] - kw + 1
    return [[float((up[r:r + kh, c:c + kw] * k).sum()) for c in range(C)] for r in range(R)]
