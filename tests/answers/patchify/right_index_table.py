import numpy as np


def patchify(images, p):
    N, H, W, C = images.shape
    if H % p or W % p:
        raise ValueError("H and W must be multiples of p")
    index = np.arange(H * W).reshape(H, W)
    rows = [index[i:i + p, j:j + p].ravel() for i in range(0, H, p) for j in range(0, W, p)]
    pixels = images.reshape(N, H * W, C)
    return pixels[:, np.array(rows)].reshape(N, len(rows), p * p * C)
