# WRONG: reshapes to (-1, size of the axis) without moving the axis to the end first; witness: softmax(np.arange(12.0).reshape(2, 2, 3) ** 2 / 20, axis=1)
import numpy as np


def softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    if x.ndim == 0:
        return np.ones(())
    flat = x.reshape(-1, x.shape[axis])
    if x.ndim == 2 and axis in (0, -2):
        flat = x.T
    e = np.exp(flat - flat.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    if x.ndim == 2 and axis in (0, -2):
        return p.T
    return p.reshape(x.shape)
