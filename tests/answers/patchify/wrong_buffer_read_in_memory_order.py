# WRONG: swapaxes on the memory layout: reads the buffer in its own order, wrong for Fortran-ordered images; witness: patchify(np.asfortranarray(np.arange(32.0).reshape(2, 4, 4, 1)), 2)
import numpy as np


def patchify(images, p):
    N, H, W, C = images.shape
    if H % p or W % p:
        raise ValueError("not divisible")
    flat = images.ravel(order="K")
    x = flat.reshape(N, H // p, p, W // p, p, C)
    return np.swapaxes(x, 2, 3).reshape(N, -1, p * p * C)
