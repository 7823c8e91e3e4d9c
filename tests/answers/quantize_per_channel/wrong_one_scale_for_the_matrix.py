# WRONG: one scale for the whole matrix
import numpy as np


def quantize_per_channel(W):
    s = np.abs(W).max() / 127 or 1.0
    return np.round(W / s).astype(np.int8), np.full(W.shape[1], s)
