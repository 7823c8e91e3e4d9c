import numpy as np


class Unfold:
    """Like torch.nn.Unfold, but positions come before the patch entries."""

    def __init__(self, kernel_size, *, stride=1, padding=0):
        self.kernel_size, self.stride, self.padding = kernel_size, stride, padding

    def __call__(self, x):
        N, C, H, W = x.shape
        k, s, p = self.kernel_size, self.stride, self.padding
        xp = np.zeros((N, C, H + 2 * p, W + 2 * p), dtype=x.dtype)
        xp[..., p:p + H, p:p + W] = x
        sN, sC, sH, sW = xp.strides
        oh, ow = (H + 2 * p - k) // s + 1, (W + 2 * p - k) // s + 1
        windows = np.lib.stride_tricks.as_strided(
            xp, (N, oh, ow, C, k, k), (sN, sH * s, sW * s, sC, sH, sW), writeable=False
        )
        return windows.reshape(N, oh * ow, C * k * k)


def im2col(x, kernel, stride=1, padding=0):
    return Unfold(kernel, stride=stride, padding=padding)(np.asarray(x))
