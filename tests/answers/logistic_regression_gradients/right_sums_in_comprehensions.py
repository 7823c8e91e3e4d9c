import math
import numpy as np


def logistic_regression_gradients(X, y, w, b):
    def squash(s):
        if s >= 0:
            return 1.0 / (1.0 + math.exp(-s))
        e = math.exp(s)
        return e / (1.0 + e)

    rows, labels, weights = np.asarray(X).tolist(), np.asarray(y).tolist(), np.asarray(w).tolist()
    n = len(rows)
    deltas = [squash(sum(a * c for a, c in zip(r, weights)) + float(b)) - t for r, t in zip(rows, labels)]
    dw = [sum(d * r[j] for d, r in zip(deltas, rows)) / n for j in range(len(weights))]
    return np.array(dw), sum(deltas) / n
