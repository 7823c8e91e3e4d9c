import numpy as np


def im2col(x, kernel, stride=1, padding=0):
    # cs231n-style index arrays
    x = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    _, C, H, W = x.shape
    k = kernel
    out_h, out_w = (H - k) // stride + 1, (W - k) // stride + 1
    c_idx = np.repeat(np.arange(C), k * k)[None]
    i_idx = np.tile(np.repeat(np.arange(k), k), C)[None] + stride * np.repeat(np.arange(out_h), out_w)[:, None]
    j_idx = np.tile(np.arange(k), k * C)[None] + stride * np.tile(np.arange(out_w), out_h)[:, None]
    return x[:, c_idx, i_idx, j_idx]
