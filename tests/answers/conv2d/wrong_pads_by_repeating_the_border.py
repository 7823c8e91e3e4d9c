# WRONG: pads by repeating the border instead of zeros; witness: conv2d(np.ones((3, 3)), np.ones((3, 3)), padding=1)
import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    H, W = image.shape
    kh, kw = kernel.shape
    r = np.arange(0, H + 2 * padding - kh + 1, stride)[:, None] + np.arange(kh) - padding
    c = np.arange(0, W + 2 * padding - kw + 1, stride)[:, None] + np.arange(kw) - padding
    win = image.take(r, axis=0, mode="clip").take(c, axis=2, mode="clip")
    return np.einsum("iajb,ab->ij", win, kernel)
