# WRONG: a Python loop over N (forbidden)
import numpy as np
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    k = weight.shape[-1]; out = []
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    for img in xp:
        win = np.lib.stride_tricks.sliding_window_view(img, (k, k), axis=(1, 2))[:, ::stride, ::stride]
        out.append(np.tensordot(weight, win, axes=([1, 2, 3], [0, 3, 4])) + bias[:, None, None])
    return np.stack(out)
