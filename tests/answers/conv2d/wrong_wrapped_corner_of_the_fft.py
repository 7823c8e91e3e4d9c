# WRONG: the valid part of the FFT product starts at (kh-1, kw-1), here the wrapped-around corner is returned, right only for 1x1 kernels; witness: conv2d(np.arange(16.).reshape(4, 4), np.array([[1., 2.], [3., 5.]]))
import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    x = np.pad(np.asarray(image, dtype=float), padding)
    kh, kw = kernel.shape
    F = np.fft.rfft2(x) * np.fft.rfft2(kernel[::-1, ::-1], s=x.shape)
    full = np.fft.irfft2(F, s=x.shape)
    return full[: x.shape[0] - kh + 1: stride, : x.shape[1] - kw + 1: stride].copy()
