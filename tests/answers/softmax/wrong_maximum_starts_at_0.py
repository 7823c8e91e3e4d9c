# WRONG: the running maximum starts at 0: slices whose entries are all far below zero underflow
import numpy as np
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True, initial=0.0))
    s = e.sum(axis=axis, keepdims=True)
    return e / np.where(s == 0, 1, s)
