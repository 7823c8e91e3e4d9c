import numpy as np


def sliding_windows(x, size, stride):
    if len(x) < size:
        raise ValueError(f"size {size} > {len(x)}")
    out = []
    start = 0
    while start + size <= len(x):
        out.append([float(v) for v in x[start:start + size]])
        start += stride
    return np.array(out)
