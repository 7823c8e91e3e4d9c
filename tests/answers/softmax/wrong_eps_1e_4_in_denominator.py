# WRONG: 1e-4 in the denominator: the entries do not sum to one (relative error 1e-4)
import numpy as np
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / (e.sum(axis=axis, keepdims=True) + 1e-4)
