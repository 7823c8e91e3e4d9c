# WRONG: shifts the argument itself; witness: (lambda x: (log_softmax(x), x)[1])(np.array([1.0, 2.0]))
import numpy as np


def log_softmax(x, axis=-1):
    z = np.asarray(x, dtype=float)
    z -= np.max(z, axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))
