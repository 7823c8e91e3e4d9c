import numpy as np
def patchify(images, p):
    N, H, W, C = images.shape
    if H % p or W % p:
        raise ValueError
    return np.stack([np.stack([images[:, i:i + p, j:j + p].reshape(N, -1) for j in range(0, W, p)], 1) for i in range(0, H, p)], 1).reshape(N, -1, p * p * C)
