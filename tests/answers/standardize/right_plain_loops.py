import math

import numpy as np


def standardize(X):
    n, d = X.shape
    out = np.zeros((n, d))
    for j in range(d):
        col = [float(v) for v in X[:, j]]
        if len(set(col)) == 1:
            continue
        mean = math.fsum(col) / n
        dev = [v - mean for v in col]
        std = math.sqrt(math.fsum(t * t for t in dev) / n)
        out[:, j] = [t / std for t in dev]
    return out
