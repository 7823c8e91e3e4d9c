# WRONG: swaps the axis to the end but forgets to swap it back; witness: softmax(np.arange(6.0).reshape(2, 3), axis=0)
import numpy as np


def softmax(x, axis=-1):
    t = np.moveaxis(np.asarray(x, dtype=float), axis, -1)
    e = np.exp(t - t.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)
