# WRONG: subtracts the maximum in place, in the argument; witness: (lambda x: (softmax(x), x)[1])(np.array([1.0, 2.0]))
import numpy as np


def softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    x -= x.max(axis=axis, keepdims=True)
    e = np.exp(x)
    return e / e.sum(axis=axis, keepdims=True)
