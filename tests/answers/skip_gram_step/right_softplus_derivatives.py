import numpy as np


def _sig(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def skip_gram_step(center, context, negatives, lr):
    c = np.array(center, dtype=float)
    o = np.array(context, dtype=float)
    N = np.array(negatives, dtype=float)
    a = 1 - _sig(np.dot(o, c))
    b = _sig(np.dot(N, c))
    gc = -a * o + (b[:, np.newaxis] * N).sum(axis=0)
    go = -a * c
    gN = np.outer(b, c)
    return c - lr * gc, o - lr * go, N - lr * gN
