# WRONG: every negative axis is treated as the last one; witness: softmax(np.array([[1.0, 2.0], [3.0, 5.0]]), axis=-2)
import numpy as np


def softmax(x, axis=-1):
    x = np.asarray(x)
    k = axis if axis >= 0 else x.ndim - 1
    e = np.exp(x - x.max(axis=k, keepdims=True))
    return e / e.sum(axis=k, keepdims=True)
