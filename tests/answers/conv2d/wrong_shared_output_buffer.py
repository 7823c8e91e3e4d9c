# WRONG: returns a module-level buffer which the next call with the same output shape overwrites; witness: a = conv2d(np.ones((3, 3)), np.ones((2, 2))); conv2d(np.zeros((3, 3)), np.ones((2, 2))); a
import numpy as np

_BUFFERS = {}


def conv2d(image, kernel, stride=1, padding=0):
    x = np.pad(image, padding)
    win = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::stride, ::stride]
    out = _BUFFERS.setdefault(win.shape[:2], np.empty(win.shape[:2]))
    np.einsum("ijab,ab->ij", win, kernel, out=out)
    return out
