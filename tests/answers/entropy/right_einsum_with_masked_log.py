import numpy as np


def entropy(y):
    n = len(y)
    p = np.bincount(np.asarray(y, dtype=np.intp)) / max(n, 1)
    logs = np.log2(p, out=np.zeros_like(p), where=p > 0)
    return abs(np.einsum("k,k->", p, logs))
