# WRONG: subtracts the minimum, so the exponential overflows for spread logits; witness: log_softmax(np.array([-1e4, 1e4]))
import numpy as np


def log_softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    z = x - np.min(x, axis=axis, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))
