# WRONG: output width computed from the height, right only for square images; witness: max_pool2d(np.arange(24.).reshape(4, 6), 2, 2)
import numpy as np


def max_pool2d(image, size, stride):
    n = (image.shape[0] - size) // stride + 1
    out = np.full((n, n), -np.inf)
    for i in range(n):
        for j in range(n):
            r, c = i * stride, j * stride
            win = image[r:r + size, c:c + size]
            out[i, j] = win.max() if win.size else -np.inf
    return out
