# WRONG: eps 1e-6 added to the norms, which shrinks short rows; witness: info_nce(np.array([[1e-5, 0.0], [0.0, 1e-5]]), np.array([[1.0, 0.5], [0.3, 1.0]]), 0.5)
import numpy as np


def info_nce(a, b, temperature=0.07):
    a = a / (np.linalg.norm(a, axis=1, keepdims=True) + 1e-6)
    b = b / (np.linalg.norm(b, axis=1, keepdims=True) + 1e-6)
    s = a @ b.T / temperature
    s = s - s.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(s).sum(axis=1)) - np.diag(s))
