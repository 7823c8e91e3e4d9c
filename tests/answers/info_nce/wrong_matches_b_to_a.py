# WRONG: matches b to a (softmax over the wrong axis); witness: info_nce(np.array([[1.0, 0.0], [1.0, 1.0], [-1.0, 0.2]]), np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 0.1]]))
import numpy as np


def info_nce(a, b, temperature=0.07):
    a = a / np.linalg.norm(a, axis=1, keepdims=True)
    b = b / np.linalg.norm(b, axis=1, keepdims=True)
    s = b @ a.T / temperature
    s = s - s.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(s).sum(axis=1)) - np.diag(s))
