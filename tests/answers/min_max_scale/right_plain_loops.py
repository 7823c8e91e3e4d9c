import numpy as np


def min_max_scale(X):
    n, d = X.shape
    out = [[0.0] * d for _ in range(n)]
    for j in range(d):
        col = [float(X[i, j]) for i in range(n)]
        lo, hi = min(col), max(col)
        if lo == hi:
            continue
        for i in range(n):
            out[i][j] = (col[i] - lo) / (hi - lo)
    return np.array(out)
