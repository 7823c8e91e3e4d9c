# WRONG: too large a size raises AssertionError, not ValueError; witness: sliding_windows(np.arange(3.0), 4, 2)
import numpy as np


def sliding_windows(x, size, stride):
    assert size <= len(x), "window too long"
    return np.lib.stride_tricks.sliding_window_view(x, size)[::stride]
