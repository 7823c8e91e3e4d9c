# WRONG: maximum of the whole array instead of per slice, log(0) in the low rows; witness: log_softmax(np.array([[1e4, 9999.0], [-1e4, -9999.0]]))
import numpy as np


def log_softmax(x, axis=-1):
    z = x - np.max(x)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))
