import numpy as np


def patchify(images, p):
    N, H, W, C = images.shape
    if H % p or W % p:
        raise ValueError("image size must be a multiple of p")
    x = images.reshape(N, H // p, p, W // p, p, C)
    return x.transpose(0, 1, 3, 2, 4, 5).reshape(N, (H // p) * (W // p), p * p * C)
