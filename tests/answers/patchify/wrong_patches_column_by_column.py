# WRONG: patches run column by column; witness: patchify(np.arange(16.0).reshape(1, 4, 4, 1), 2)
import numpy as np


def patchify(images, p):
    N, H, W, C = images.shape
    if H % p or W % p:
        raise ValueError("not divisible")
    x = images.reshape(N, H // p, p, W // p, p, C).transpose(0, 3, 1, 2, 4, 5)
    return x.reshape(N, -1, p * p * C)
