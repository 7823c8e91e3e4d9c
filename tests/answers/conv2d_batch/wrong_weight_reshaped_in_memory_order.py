# WRONG: the kernel is transposed (its k x k axes swapped) through a reshape with order="A" for Fortran-ordered weights
import numpy as np
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    k = weight.shape[-1]
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    win = np.lib.stride_tricks.sliding_window_view(xp, (k, k), axis=(2, 3))[:, :, ::stride, ::stride]
    N, C, h, w = win.shape[:4]
    y = win.transpose(0, 2, 3, 1, 4, 5).reshape(N * h * w, -1) @ weight.reshape((len(weight), -1), order="A").T + bias
    return y.reshape(N, h, w, -1).transpose(0, 3, 1, 2)
