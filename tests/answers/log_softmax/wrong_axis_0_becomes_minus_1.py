# WRONG: axis=0 is falsy and becomes -1; witness: log_softmax(np.array([[1.0, 2.0], [3.0, 5.0]]), axis=0)
import numpy as np


def log_softmax(x, axis=-1):
    if not axis:
        axis = -1
    z = x - np.max(x, axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))
