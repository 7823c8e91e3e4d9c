# WRONG: tests the divisibility of H * W by p * p, so 2 x 8 with p = 4 is not refused properly; witness: patchify(np.arange(16.0).reshape(1, 2, 8, 1), 4)
import numpy as np


def patchify(images, p):
    N, H, W, C = images.shape
    if (H * W) % (p * p):
        raise ValueError("not divisible")
    if H % p or W % p:
        return images.reshape(N, -1, p * p * C)
    x = images.reshape(N, H // p, p, W // p, p, C)
    return x.transpose(0, 1, 3, 2, 4, 5).reshape(N, -1, p * p * C)
