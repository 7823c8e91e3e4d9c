# WRONG: kh used for the window's width check: rectangular kernels give a wrong output width; witness: conv2d(np.ones((5, 6)), np.ones((3, 2)))
import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    x = np.pad(np.asarray(image, dtype=float), padding)
    k = kernel.shape[0]
    kw = kernel.shape[1]
    oh = (x.shape[0] - k) // stride + 1
    ow = (x.shape[1] - k) // stride + 1
    out = np.zeros((oh, ow))
    for a in range(k):
        for b in range(kw):
            patch = x[a:, b:][::stride, ::stride]
            ph, pw = min(oh, patch.shape[0]), min(ow, patch.shape[1])
            out[:ph, :pw] += kernel[a, b] * patch[:ph, :pw]
    return out
