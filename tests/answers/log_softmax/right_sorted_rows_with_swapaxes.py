import numpy as np


def log_softmax(x, axis=-1):
    t = np.asarray(x, dtype=float)
    if t.ndim == 0:
        return 0.0
    t = np.swapaxes(t, axis, -1)
    shape = t.shape
    flat = t.reshape(-1, shape[-1])
    order = np.sort(flat, axis=1)
    peak = order[:, -1:]
    norm = np.exp(order - peak) @ np.ones((shape[-1], 1))
    return np.swapaxes((flat - peak - np.log(norm)).reshape(shape), axis, -1)
