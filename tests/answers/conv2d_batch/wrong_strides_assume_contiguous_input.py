# WRONG: as_strided windows from the item size: wrong for a non-contiguous or Fortran-ordered x (without padding)
import numpy as np
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    k = weight.shape[-1]
    if padding: x = np.ascontiguousarray(np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2)))
    N, C, H, W = x.shape
    h, w = (H - k) // stride + 1, (W - k) // stride + 1
    e = x.itemsize
    st = (C * H * W * e, H * W * e, W * stride * e, stride * e, W * e, e)
    win = np.lib.stride_tricks.as_strided(x, (N, C, h, w, k, k), st)
    y = np.tensordot(win, weight, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)
    return y + bias[:, None, None]
