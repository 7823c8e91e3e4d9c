import math

import numpy as np


def column_stats(X):
    names = ["mean", "std", "min", "max", "argmin", "argmax"]
    stats = {name: [] for name in names}
    n, d = X.shape
    for j in range(d):
        col = [float(X[i, j]) for i in range(n)]
        m = math.fsum(col) / n
        lo = hi = 0
        for i in range(1, n):
            if col[i] < col[lo]:
                lo = i
            if col[i] > col[hi]:
                hi = i
        var = math.fsum((v - m) * (v - m) for v in col) / n
        for name, value in zip(names, (m, math.sqrt(var), col[lo], col[hi], lo, hi)):
            stats[name].append(value)
    return {name: np.array(values) for name, values in stats.items()}
