# WRONG: (1 + gamma) as in Gemma; witness: rms_norm(np.array([1., 2.]), np.array([1., .5]))
import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    norm = x / np.sqrt(np.mean(x ** 2, axis=-1, keepdims=True) + eps)
    return norm * (1.0 + gamma)
