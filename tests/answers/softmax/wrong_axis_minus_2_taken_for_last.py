# WRONG: any negative axis is taken for the last: wrong for axis=-2
import numpy as np
def softmax(x, axis=-1):
    if axis < 0: axis = x.ndim - 1
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
