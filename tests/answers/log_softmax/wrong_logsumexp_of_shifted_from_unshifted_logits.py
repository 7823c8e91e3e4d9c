# WRONG: the log-sum-exp of the shifted logits is subtracted from the unshifted ones; witness: log_softmax(np.array([1.0, 2.0, 3.0]))
import numpy as np


def log_softmax(x, axis=-1):
    m = np.max(x, axis=axis, keepdims=True)
    return x - np.log(np.sum(np.exp(x - m), axis=axis, keepdims=True))
