# WRONG: clips the logits to +-700 instead of subtracting the maximum, so 1e4 and 9e3 tie; witness: softmax(np.array([1e4, 9e3]))
import numpy as np


def softmax(x, axis=-1):
    e = np.exp(np.clip(np.asarray(x, dtype=float), -700.0, 700.0))
    return e / e.sum(axis=axis, keepdims=True)
