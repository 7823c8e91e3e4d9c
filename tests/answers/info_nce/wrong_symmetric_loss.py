# WRONG: symmetric (both directions averaged); witness: info_nce(np.array([[1.0, 0.0], [1.0, 1.0], [-1.0, 0.2]]), np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 0.1]]))
import numpy as np


def info_nce(a, b, temperature=0.07):
    a = np.asarray(a, dtype=float)
    b = np.asarray(b, dtype=float)
    a = a / np.linalg.norm(a, axis=1, keepdims=True)
    b = b / np.linalg.norm(b, axis=1, keepdims=True)
    s = a @ b.T / temperature
    row = np.logaddexp.reduce(s, axis=1) - np.diag(s)
    col = np.logaddexp.reduce(s, axis=0) - np.diag(s)
    return (row.mean() + col.mean()) / 2
