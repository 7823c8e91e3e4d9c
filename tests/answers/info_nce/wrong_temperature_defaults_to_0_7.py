# WRONG: default temperature 0.7; witness: info_nce(np.array([[1.0, 0.0], [1.0, 1.0]]), np.array([[1.0, 2.0], [3.0, -1.0]]))
import numpy as np


def info_nce(a, b, temperature=0.7):
    a = np.asarray(a, dtype=float)
    b = np.asarray(b, dtype=float)
    a = a / np.linalg.norm(a, axis=1, keepdims=True)
    b = b / np.linalg.norm(b, axis=1, keepdims=True)
    s = a @ b.T / temperature
    s = s - s.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(s).sum(axis=1)) - np.diag(s))
