import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    k = weight.shape[-1]
    x = np.pad(x, [(0, 0)] * 2 + [(padding, padding)] * 2)
    windows = sliding_window_view(x, (k, k), axis=(-2, -1))[..., ::stride, ::stride, :, :]
    return np.einsum("nchwij,ocij->nohw", windows, weight, optimize=True) + bias[:, None, None]
