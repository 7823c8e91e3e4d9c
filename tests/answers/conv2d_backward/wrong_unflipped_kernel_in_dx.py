# WRONG: dx correlates with the unflipped kernel, right for kernels symmetric under rotation; witness: conv2d_backward(np.ones((1, 1, 1, 1)), np.ones((1, 1, 2, 2)), np.array([[[[1., 2.], [3., 5.]]]]))[0]
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, k, _ = weight.shape
    Hp, Wp = H + 2 * padding, W + 2 * padding
    s = np.zeros((N, O, Hp - k + 1, Wp - k + 1))
    s[:, :, ::stride, ::stride] = dout
    full = np.pad(s, ((0, 0), (0, 0), (k - 1, k - 1), (k - 1, k - 1)))
    dxp = np.einsum("nohwab,ocab->nchw", sliding_window_view(full, (k, k), axis=(2, 3)), weight, optimize=True)
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dw = np.einsum("ncabhw,nohw->ocab", sliding_window_view(xp, s.shape[2:], axis=(2, 3)), s, optimize=True)
    return dxp[:, :, padding:padding + H, padding:padding + W], dw, dout.sum((0, 2, 3))
