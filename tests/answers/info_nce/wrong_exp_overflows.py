# WRONG: no maximum subtraction ('cosines are bounded'), overflows at small temperatures; witness: info_nce(np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[1.0, 0.1], [0.1, 1.0]]), 0.001)
import numpy as np


def info_nce(a, b, temperature=0.07):
    a = np.asarray(a, dtype=float)
    b = np.asarray(b, dtype=float)
    a = a / np.linalg.norm(a, axis=1, keepdims=True)
    b = b / np.linalg.norm(b, axis=1, keepdims=True)
    e = np.exp(a @ b.T / temperature)
    return np.mean(np.log(e.sum(axis=1)) - np.log(np.diag(e)))
