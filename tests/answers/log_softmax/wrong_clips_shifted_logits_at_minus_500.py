# WRONG: clips the shifted logits at -500 so that the exponential stays positive, and returns the clipped ones; witness: log_softmax(np.array([0.0, 2000.0]))
import numpy as np


def log_softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    z = np.maximum(x - np.max(x, axis=axis, keepdims=True), -500.0)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))
