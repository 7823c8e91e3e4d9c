# WRONG: the positive pair is left out of the denominator; witness: info_nce(np.array([[1.0, 0.0], [1.0, 1.0]]), np.array([[1.0, 2.0], [3.0, -1.0]]), 1.0)
import numpy as np


def info_nce(a, b, temperature=0.07):
    a = np.asarray(a, dtype=float)
    b = np.asarray(b, dtype=float)
    a = a / np.linalg.norm(a, axis=1, keepdims=True)
    b = b / np.linalg.norm(b, axis=1, keepdims=True)
    s = a @ b.T / temperature
    n = len(s)
    if n == 1:
        return 0.0
    neg = s[~np.eye(n, dtype=bool)].reshape(n, n - 1)
    return float(np.mean(np.logaddexp.reduce(neg, axis=1) - np.diag(s)))
