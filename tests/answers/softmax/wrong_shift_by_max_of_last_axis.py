# WRONG: the stabilising maximum is always over the last axis, which changes the answer for every other axis; witness: softmax(np.array([[1.0, 2.0], [3.0, 5.0]]), axis=0)
import numpy as np


def softmax(x, axis=-1):
    z = x - x.max(axis=-1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=axis, keepdims=True)
