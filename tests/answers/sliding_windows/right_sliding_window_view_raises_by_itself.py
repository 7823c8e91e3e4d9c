import numpy as np
def sliding_windows(x, size, stride):
    return np.lib.stride_tricks.sliding_window_view(x, size)[::stride]
