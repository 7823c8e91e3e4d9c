# WRONG: keeps one buffer per shape, so a second call overwrites the first result; witness: (lambda a, b: (a, b))(relu(np.array([1.0, 2.0])), relu(np.array([3.0, -4.0])))
import numpy as np

_buffers = {}


def relu(x):
    x = np.asarray(x)
    key = (x.shape, x.dtype.str)
    if key not in _buffers:
        _buffers[key] = np.empty(x.shape, dtype=x.dtype)
    return np.maximum(x, 0, out=_buffers[key])
