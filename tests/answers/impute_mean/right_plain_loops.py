import math

import numpy as np


def impute_mean(X):
    n, d = X.shape
    out = np.empty((n, d))
    for j in range(d):
        seen = [float(X[i, j]) for i in range(n) if not math.isnan(X[i, j])]
        fill = math.fsum(seen) / len(seen) if seen else 0.0
        for i in range(n):
            out[i, j] = fill if math.isnan(X[i, j]) else X[i, j]
    return out
