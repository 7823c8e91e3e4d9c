# WRONG: each channel's patch is read column by column; witness: im2col(np.arange(9.).reshape(1, 1, 3, 3), 2)
import numpy as np


def im2col(x, kernel, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = xp.shape
    oh, ow = (H - kernel) // stride + 1, (W - kernel) // stride + 1
    out = np.empty((N, oh, ow, C, kernel * kernel))
    m = 0
    for b in range(kernel):
        for a in range(kernel):
            out[..., m] = xp[:, :, a:a + stride * oh:stride, b:b + stride * ow:stride][:, :, :oh, :ow].transpose(0, 2, 3, 1)
            m += 1
    return out.reshape(N, oh * ow, -1)
