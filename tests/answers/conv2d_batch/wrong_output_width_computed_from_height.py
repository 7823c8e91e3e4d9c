# WRONG: out_w is computed from the height, right for square images; witness: conv2d_batch(np.arange(24.).reshape(1, 1, 4, 6), np.ones((1, 1, 3, 3)), np.zeros(1))
import numpy as np


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = xp.shape
    O, _, k, _ = weight.shape
    n = (H - k) // stride + 1
    idx = np.arange(n)[:, None] * stride + np.arange(k)
    cidx = np.minimum(idx, W - 1)
    patches = xp[:, :, idx[:, None, :, None], cidx[None, :, None, :]]
    out = np.tensordot(patches, weight, axes=([1, 4, 5], [1, 2, 3]))
    return out.transpose(0, 3, 1, 2) + bias[:, None, None]
