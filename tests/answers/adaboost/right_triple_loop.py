import math

import numpy as np


def adaboost(X, y, n_rounds):
    n, d = X.shape
    w = np.ones(n) / n
    out = []
    for _ in range(n_rounds):
        best = None
        best_err = float("inf")
        for j in range(d):
            vals = np.unique(X[:, j])
            for t in (vals[:-1] + vals[1:]) / 2:
                for s in (1, -1):
                    pred = np.where(X[:, j] > t, s, -s)
                    err = w[pred != y].sum()
                    if err + 1e-12 < best_err:
                        best_err, best = err, (j, t, s, pred)
        if best is None or best_err >= 0.5 - 1e-12:
            return out
        e = max(best_err, 1e-10)
        a = 0.5 * math.log((1 - e) / e)
        out.append((best[0], float(best[1]), best[2], a))
        if best_err <= 1e-10:
            return out
        w = w * np.exp(-a * y * best[3])
        w /= w.sum()
    return out
