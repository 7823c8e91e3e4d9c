# exercise: softmax
# outcome: passed
# notes: more bytes of output are not shown
import numpy as np


def softmax(x, axis=-1):
    print("checking", "x" * 5000)
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
