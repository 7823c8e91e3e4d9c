# WRONG: moveaxis back and forth is done with swapped arguments, right for two dimensions, wrong for three; witness: softmax(np.arange(24.0).reshape(2, 3, 4) ** 1.5 / 20, axis=0)
import numpy as np


def softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    if x.ndim == 0:
        return np.ones(())
    t = np.moveaxis(x, axis, -1)
    e = np.exp(t - t.max(axis=-1, keepdims=True))
    p = e / e.sum(axis=-1, keepdims=True)
    return np.moveaxis(p, axis, -1) if x.ndim > 1 else p
