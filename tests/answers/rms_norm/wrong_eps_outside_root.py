# WRONG: eps outside the root; witness: rms_norm(np.array([1e-3, -1e-3]), np.ones(2))
import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    rms = np.sqrt(np.mean(np.square(x), axis=-1, keepdims=True))
    return gamma * x / (rms + eps)
