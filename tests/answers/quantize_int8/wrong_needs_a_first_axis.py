# WRONG: loops over the first axis, which an x of shape () does not have; witness: quantize_int8(np.array(2.0))
import numpy as np


def quantize_int8(x):
    scale = np.abs(x).max() / 127 or 1.0
    return np.array([np.round(row / scale) for row in x], dtype=np.int8), scale
