# WRONG: the running maximum starts at 0, so a window whose entries are all negative gives 0; witness: max_pool2d(np.full((4, 4), -3.0), 2, 2)
import numpy as np


def max_pool2d(image, size, stride):
    oh = (image.shape[0] - size) // stride + 1
    ow = (image.shape[1] - size) // stride + 1
    out = np.zeros((oh, ow))
    for a in range(size):
        for b in range(size):
            sl = image[a:a + stride * (oh - 1) + 1:stride, b:b + stride * (ow - 1) + 1:stride]
            np.maximum(out, sl, out=out)
    return out
