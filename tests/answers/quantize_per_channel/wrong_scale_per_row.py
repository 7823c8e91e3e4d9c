# WRONG: the scales belong to rows, the input channels
import numpy as np


def quantize_per_channel(W):
    s = np.abs(W).max(axis=1, keepdims=True) / 127
    s[s == 0] = 1
    return np.round(W / s).astype(np.int8), s[:, 0]
