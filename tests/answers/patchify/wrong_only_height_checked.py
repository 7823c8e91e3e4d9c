# WRONG: only the height is checked, a width that is not divisible is cropped; witness: patchify(np.zeros((1, 4, 5, 1)), 2)
import numpy as np


def patchify(images, p):
    N, H, W, C = images.shape
    if H % p:
        raise ValueError("not divisible")
    w = W // p
    x = images[:, :, :w * p].reshape(N, H // p, p, w, p, C)
    return x.transpose(0, 1, 3, 2, 4, 5).reshape(N, (H // p) * w, p * p * C)
