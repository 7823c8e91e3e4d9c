import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def sliding_windows(x, size, stride):
    if size > len(x):
        raise ValueError("window longer than the signal")
    return sliding_window_view(x, size)[::stride]
