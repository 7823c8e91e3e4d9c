# a convolution of the padded x, the stride shrinks the result
import numpy as np


def conv_transpose2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    p = np.pad(x, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    k = kernel[::-1, ::-1]
    rows = range(0, p.shape[0] - kh + 1, stride)
    cols = range(0, p.shape[1] - kw + 1, stride)
    return np.array([[np.sum(p[r:r + kh, c:c + kw] * k) for c in cols] for r in rows])
