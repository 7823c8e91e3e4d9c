import math

import numpy as np


def standardize_splits(X_train, X_test):
    n, d = len(X_train), len(X_train[0])
    params = []
    for j in range(d):
        col = [float(row[j]) for row in X_train]
        if min(col) == max(col):
            params.append((col[0], 1.0))
            continue
        m = math.fsum(col) / n
        params.append((m, math.sqrt(math.fsum((v - m) ** 2 for v in col) / n)))

    def apply(rows):
        return np.array([[(float(v) - m) / s for v, (m, s) in zip(row, params)] for row in rows])

    return [apply(X_train), apply(X_test)]
