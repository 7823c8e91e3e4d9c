# WRONG: subtracts the mean instead of the maximum, overflows for spread logits; witness: softmax(np.array([1e4, -1e4, 0.0]))
import numpy as np


def softmax(x, axis=-1):
    e = np.exp(x - np.mean(x, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)
