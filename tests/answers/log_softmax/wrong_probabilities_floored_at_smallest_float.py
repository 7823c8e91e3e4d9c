# WRONG: the underflowing probabilities are floored at the smallest float, so it is finite but stuck at -708; witness: log_softmax(np.array([0.0, 1e4]))
import numpy as np


def log_softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    p = e / e.sum(axis=axis, keepdims=True)
    return np.log(np.maximum(p, np.finfo(float).tiny))
