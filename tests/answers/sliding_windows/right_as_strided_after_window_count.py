import numpy as np
def sliding_windows(x, size, stride):
    m = (x.shape[0] - size) // stride + 1
    if m < 1:
        raise ValueError("window longer than x")
    (s,) = x.strides
    return np.lib.stride_tricks.as_strided(x, (m, size), (stride * s, s), writeable=False)
