# WRONG: size > len(x): the floor division makes m <= 0 and only raises when m < 0 (size - len(x) <= stride returns an empty array)
import numpy as np
def sliding_windows(x, size, stride):
    m = (len(x) - size) // stride + 1
    if m < 0: raise ValueError
    idx = np.arange(m)[:, None] * stride + np.arange(size)
    return x[idx]
