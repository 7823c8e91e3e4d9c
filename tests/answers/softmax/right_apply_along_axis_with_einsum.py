import numpy as np


def softmax(x, axis=-1):
    def one(v):
        e = np.exp(v - v.max())
        return e / np.einsum("i->", e)

    x = np.asarray(x)
    if x.ndim == 0:
        return np.ones(())
    return np.apply_along_axis(one, axis, x)
