# WRONG: one buffer per shape is reused, the earlier result changes with the next call; witness: (lambda a, b: (a, b))(sgd_step(np.zeros(2), np.ones(2), 0.1), sgd_step(np.ones(2), np.ones(2), 0.5))
import functools
import numpy as np


@functools.lru_cache(maxsize=None)
def _buffer(shape):
    return np.empty(shape)


def sgd_step(w, grad, lr):
    w = np.asarray(w, dtype=float)
    out = _buffer(w.shape)
    np.multiply(grad, -lr, out=out)
    out += w
    return out
