import numpy as np
from functools import lru_cache
@lru_cache(maxsize=None)
def _ix(h, w, k, s):
    i = np.arange(k)[:, None, None, None] + s * np.arange(h)[None, None, :, None]
    j = np.arange(k)[None, :, None, None] + s * np.arange(w)[None, None, None, :]
    return i, j
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    k = weight.shape[2]
    xp = np.pad(x, ((0,), (0,), (padding,), (padding,)))
    h, w = [(n - k) // stride + 1 for n in xp.shape[-2:]]
    cols = xp[(slice(None), slice(None)) + _ix(h, w, k, stride)]
    return np.tensordot(cols, weight, ((1, 2, 3), (1, 2, 3))).transpose(0, 3, 1, 2) + bias.reshape(-1, 1, 1)
