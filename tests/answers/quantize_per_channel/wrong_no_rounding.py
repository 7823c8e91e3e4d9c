# WRONG: astype cuts the fraction off
import numpy as np


def quantize_per_channel(W):
    s = np.abs(W).max(axis=0) / 127
    s = np.where(s == 0, 1, s)
    return (W / s).astype(np.int8), s
