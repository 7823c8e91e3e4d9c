# WRONG: one global maximum subtracted, so a row of low similarities underflows to log(0); witness: info_nce(np.array([[1.0, 0.0], [-1.0, 0.0]]), np.array([[1.0, 0.0], [1.0, 0.1]]), 0.001)
import numpy as np


def info_nce(a, b, temperature=0.07):
    a = np.asarray(a, dtype=float)
    b = np.asarray(b, dtype=float)
    a = a / np.linalg.norm(a, axis=1, keepdims=True)
    b = b / np.linalg.norm(b, axis=1, keepdims=True)
    s = a @ b.T / temperature
    s = s - s.max()
    return np.mean(np.log(np.exp(s).sum(axis=1)) - np.diag(s))
