import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def patchify(images, p):
    N, H, W, C = images.shape
    if (H % p, W % p) != (0, 0):
        raise ValueError(f"{H}x{W} is not divisible by {p}")
    win = sliding_window_view(images, (p, p), axis=(1, 2))[:, ::p, ::p]   # N, h, w, C, p, p
    return np.moveaxis(win, 3, -1).reshape(N, -1, p * p * C)
