# WRONG: normalises by the norm of the whole matrix instead of each row; witness: info_nce(np.array([[3.0, 0.0], [0.0, 1.0]]), np.array([[1.0, 2.0], [0.5, 1.0]]))
import numpy as np


def info_nce(a, b, temperature=0.07):
    a = np.asarray(a, dtype=float)
    b = np.asarray(b, dtype=float)
    a = a * np.sqrt(len(a)) / np.linalg.norm(a)
    b = b * np.sqrt(len(b)) / np.linalg.norm(b)
    s = a @ b.T / temperature
    return float(np.mean(np.logaddexp.reduce(s, axis=1) - np.diag(s)))
