# WRONG: strides assume a C-contiguous image when no padding is made, so Fortran-ordered input comes out wrong; witness: conv2d(np.asfortranarray(np.arange(20.).reshape(4, 5)), np.array([[1., 2.], [3., 5.]]))
import numpy as np
from numpy.lib.stride_tricks import as_strided


def conv2d(image, kernel, stride=1, padding=0):
    x = np.pad(image, padding) if padding else np.asarray(image)
    H, W = x.shape
    kh, kw = kernel.shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    if x.base is not None and not (x.flags.c_contiguous or x.flags.f_contiguous):
        x = x.copy()
    s = x.itemsize
    win = as_strided(x, (oh, ow, kh, kw), (stride * W * s, stride * s, W * s, s))
    return np.einsum("ijab,ab->ij", win, kernel)
