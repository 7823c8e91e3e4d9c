import math
import numpy as np


def _line(v):
    top = max(v)
    e = [math.exp(u - top) for u in v]
    s = math.fsum(e)
    return [u / s for u in e]


def softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    if x.ndim == 0:
        return np.float64(1.0)
    moved = np.moveaxis(x, axis, -1)
    rows = [_line(r) for r in moved.reshape(-1, moved.shape[-1]).tolist()]
    return np.moveaxis(np.array(rows).reshape(moved.shape), -1, axis)
