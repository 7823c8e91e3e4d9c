# WRONG: rounds the number of steps up (pads on the right) when the stride does not divide
import numpy as np
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    k = weight.shape[-1]; H, W = x.shape[2:]
    ex = lambda s: -(s + 2 * padding - k) % stride
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding + ex(H)), (padding, padding + ex(W))))
    win = np.lib.stride_tricks.sliding_window_view(xp, (k, k), axis=(2, 3))[:, :, ::stride, ::stride]
    y = np.tensordot(win, weight, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)
    return y + bias[:, None, None]
