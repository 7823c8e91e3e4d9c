# WRONG: the output's width is computed with the height's size: wrong for images wider than high
import numpy as np
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    k = weight.shape[-1]
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    h = (xp.shape[2] - k) // stride + 1; w = min(h, (xp.shape[3] - k) // stride + 1)
    win = np.lib.stride_tricks.sliding_window_view(xp, (k, k), axis=(2, 3))[:, :, ::stride, ::stride][:, :, :h, :w]
    y = np.tensordot(win, weight, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)
    return y + bias[:, None, None]
