from functools import reduce

import numpy as np


def max_pool2d(image, size, stride):
    """Element-wise maximum of size*size shifted, strided slices."""
    H, W = image.shape
    shifts = (
        image[a:H - size + 1 + a:stride, b:W - size + 1 + b:stride]
        for a in range(size)
        for b in range(size)
    )
    return reduce(np.maximum, shifts)
