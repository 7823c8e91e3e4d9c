# WRONG: raises IndexError, a LookupError and not a ValueError
import numpy as np
def sliding_windows(x, size, stride):
    if size > len(x): raise IndexError("size > len(x)")
    return x[np.arange(0, len(x) - size + 1, stride)[:, None] + np.arange(size)]
