from collections import deque

import numpy as np


def _windows(values, size, stride):
    buffer = deque(maxlen=size)
    for t, v in enumerate(values, start=1):
        buffer.append(v)
        if t >= size and (t - size) % stride == 0:
            yield tuple(buffer)


def sliding_windows(x, size, stride):
    out = list(_windows(x, size, stride))
    if not out:
        raise ValueError("no full window")
    return np.asarray(out)
