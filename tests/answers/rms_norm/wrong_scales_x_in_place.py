# WRONG: scales x in place; witness: (lambda x: (rms_norm(x, np.ones(2)), x))(np.array([[3., 4.]]))
import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    x = np.asarray(x, dtype=float)
    x /= np.sqrt(np.mean(x ** 2, axis=-1, keepdims=True) + eps)
    return x * gamma
