# WRONG: a constant in the scale turns halves
import numpy as np


def quantize_per_channel(W):
    s = np.maximum(np.abs(W).max(axis=0), 0) / 127 + 1e-8
    return np.clip(np.round(W / s), -127, 127).astype(np.int8), s
