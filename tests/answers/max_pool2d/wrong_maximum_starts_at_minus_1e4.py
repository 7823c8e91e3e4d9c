# WRONG: sentinel -1e4 as minus infinity; witness: max_pool2d(np.full((3, 3), -5.0e5), 2, 1)
import numpy as np

NEG_INF = -1e4


def max_pool2d(image, size, stride):
    oh = (image.shape[0] - size) // stride + 1
    ow = (image.shape[1] - size) // stride + 1
    out = np.full((oh, ow), NEG_INF)
    for i in range(oh):
        for j in range(ow):
            for a in range(size):
                for b in range(size):
                    out[i, j] = max(out[i, j], image[i * stride + a, j * stride + b])
    return out
