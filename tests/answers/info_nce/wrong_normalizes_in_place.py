# WRONG: normalises its arguments in place; witness: (lambda a: (info_nce(a, np.eye(2)), a.tolist())[1])(np.array([[3.0, 4.0], [0.0, 2.0]]))
import numpy as np


def info_nce(a, b, temperature=0.07):
    for m in (a, b):
        m /= np.linalg.norm(m, axis=1, keepdims=True)
    s = a @ b.T / temperature
    return float(np.mean(np.logaddexp.reduce(s, axis=1) - np.diag(s)))
