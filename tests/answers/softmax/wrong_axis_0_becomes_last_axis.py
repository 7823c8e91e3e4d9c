# WRONG: axis=0 is falsy and becomes the last axis
import numpy as np
def softmax(x, axis=-1):
    axis = axis or -1
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
