# WRONG: np.asarray with a matching dtype is no copy: a float64 argument is overwritten; witness: (lambda a: (top_k_filter(a, 1), a.tolist())[1])(np.array([1.0, 2.0]))
import numpy as np


def top_k_filter(logits, k):
    x = np.asarray(logits, dtype=np.float64)
    x[np.argsort(-x, kind="stable")[k:]] = -np.inf
    return x
