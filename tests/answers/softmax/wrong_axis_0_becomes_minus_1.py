# WRONG: axis=0 is falsy and becomes -1; witness: softmax(np.array([[1.0, 2.0], [3.0, 5.0]]), axis=0)
import numpy as np


def softmax(x, axis=-1):
    ax = axis or -1
    z = x - np.max(x, axis=ax, keepdims=True)
    e = np.exp(z)
    return e / np.sum(e, axis=ax, keepdims=True)
