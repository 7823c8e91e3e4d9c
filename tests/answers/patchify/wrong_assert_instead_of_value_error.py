# WRONG: raises AssertionError instead of ValueError; witness: patchify(np.zeros((1, 4, 6, 2)), 4)
import numpy as np


def patchify(images, p):
    N, H, W, C = images.shape
    assert H % p == 0 and W % p == 0, "not divisible"
    x = images.reshape(N, H // p, p, W // p, p, C)
    return x.transpose(0, 1, 3, 2, 4, 5).reshape(N, -1, p * p * C)
