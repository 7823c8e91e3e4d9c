import numpy as np


def sliding_windows(x, size, stride):
    n = len(x)
    if size > n:
        raise ValueError
    # column j is the signal from j on, up to where a full window still starts
    return np.stack([x[j:n - size + 1 + j:stride] for j in range(size)], axis=1)
