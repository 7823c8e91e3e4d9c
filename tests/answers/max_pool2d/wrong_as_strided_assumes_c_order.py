# WRONG: as_strided with the strides of a C-contiguous array, so a transposed / Fortran-ordered image is pooled wrongly; witness: max_pool2d(np.arange(20.).reshape(4, 5).T, 2, 2)
import numpy as np


def max_pool2d(image, size, stride):
    H, W = image.shape
    b = image.itemsize
    oh, ow = (H - size) // stride + 1, (W - size) // stride + 1
    flat = np.ravel(image, order="K")
    view = np.lib.stride_tricks.as_strided(
        flat, (oh, ow, size, size), (b * W * stride, b * stride, b * W, b))
    return view.max(axis=(2, 3))
