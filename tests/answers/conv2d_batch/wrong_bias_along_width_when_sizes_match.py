# WRONG: the bias is broadcast along the width when the output is C_out wide
import numpy as np
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    k = weight.shape[-1]
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    win = np.lib.stride_tricks.sliding_window_view(xp, (k, k), axis=(2, 3))[:, :, ::stride, ::stride]
    y = np.tensordot(win, weight, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)
    return y + bias if y.shape[-1] == len(bias) and len(bias) > 1 else y + bias[:, None, None]
