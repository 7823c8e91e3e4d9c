# WRONG: the kernel is flipped (true convolution); witness: conv2d_batch(np.arange(9.).reshape(1, 1, 3, 3), np.array([[[[1., 2.], [3., 5.]]]]), np.zeros(1))
import numpy as np


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, k, _ = weight.shape
    s1, s2 = H + 2 * padding + k - 1, W + 2 * padding + k - 1
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    X = np.fft.rfft2(xp, s=(s1, s2))
    K = np.fft.rfft2(weight, s=(s1, s2))
    full = np.fft.irfft2(np.einsum("nchw,ochw->nohw", X, K, optimize=True), s=(s1, s2))
    valid = full[:, :, k - 1:H + 2 * padding, k - 1:W + 2 * padding]
    return valid[:, :, ::stride, ::stride] + bias[:, None, None]
