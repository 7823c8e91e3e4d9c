# WRONG: the last full window is dropped when the stride lands exactly on the border (stride > 1); witness: conv2d(np.ones((5, 5)), np.ones((3, 3)), stride=2)
import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    x = np.pad(image, padding)
    kh, kw = kernel.shape
    H, W = x.shape
    if stride == 1:
        tops, lefts = range(H - kh + 1), range(W - kw + 1)
    else:
        tops, lefts = range(0, max(H - kh, 1), stride), range(0, max(W - kw, 1), stride)
    return np.array([[np.sum(x[i:i + kh, j:j + kw] * kernel) for j in lefts] for i in tops])
