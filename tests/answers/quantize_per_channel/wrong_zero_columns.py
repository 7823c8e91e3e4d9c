# WRONG: a column of zeros gives 0 / 0
import numpy as np


def quantize_per_channel(W):
    s = np.abs(W).max(axis=0) / 127
    return np.round(W / s).astype(np.int8), s
