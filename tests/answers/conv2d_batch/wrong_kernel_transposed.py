# WRONG: the kernel is transposed (rows and columns swapped), right for symmetric kernels; witness: conv2d_batch(np.arange(9.).reshape(1, 1, 3, 3), np.array([[[[1., 2.], [3., 5.]]]]), np.zeros(1))
import numpy as np


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    k = weight.shape[-1]
    x = np.pad(x, [(0, 0)] * 2 + [(padding, padding)] * 2)
    windows = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(-2, -1))[..., ::stride, ::stride, :, :]
    out = np.tensordot(windows, weight, axes=([1, 5, 4], [1, 2, 3]))
    return out.transpose(0, 3, 1, 2) + bias[:, None, None]
