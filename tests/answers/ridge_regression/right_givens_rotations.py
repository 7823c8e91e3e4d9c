import math
import numpy as np


def ridge_regression(X, y, lam):
    # Givens rotations, pure Python: rows are fed one by one into a triangle
    d = len(X[0])
    R = [[0.0] * d for _ in range(d)]
    z = [0.0] * d
    rows = [([float(v) for v in r], float(t)) for r, t in zip(X, y)]
    root = math.sqrt(lam)
    rows += [([root if i == j else 0.0 for j in range(d)], 0.0) for i in range(d)]
    for r, t in rows:
        for k in range(d):
            if r[k] == 0.0:
                continue
            h = math.hypot(R[k][k], r[k])
            c, s = R[k][k] / h, r[k] / h
            for j in range(k, d):
                R[k][j], r[j] = c * R[k][j] + s * r[j], c * r[j] - s * R[k][j]
            r[k] = 0.0
            z[k], t = c * z[k] + s * t, c * t - s * z[k]
    w = [0.0] * d
    for i in range(d - 1, -1, -1):
        w[i] = (z[i] - sum(R[i][j] * w[j] for j in range(i + 1, d))) / R[i][i]
    return np.array(w)
