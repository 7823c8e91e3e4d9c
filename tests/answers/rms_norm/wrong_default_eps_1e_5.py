# WRONG: default eps 1e-5; witness: rms_norm(np.array([1e-2, -1e-2]), np.ones(2))
import numpy as np


def rms_norm(x, gamma, eps=1e-5):
    inv = (np.mean(x * x, axis=-1, keepdims=True) + eps) ** -0.5
    return x * inv * gamma
