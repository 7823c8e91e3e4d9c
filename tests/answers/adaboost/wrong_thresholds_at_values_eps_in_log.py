# thresholds at the values, polarity by 1 - error, no stops
import numpy as np


def adaboost(X, y, n_rounds):
    n, d = X.shape
    w = np.full(n, 1 / n)
    clfs = []
    for _ in range(n_rounds):
        min_error = float("inf")
        for j in range(d):
            for t in np.unique(X[:, j]):
                p = 1
                pred = np.ones(n)
                pred[X[:, j] < t] = -1
                error = sum(w[y != pred])
                if error > 0.5:
                    error, p = 1 - error, -1
                if error < min_error:
                    min_error, best = error, (j, t, p)
        j, t, p = best
        alpha = 0.5 * np.log((1.0 - min_error + 1e-10) / (min_error + 1e-10))
        pred = np.ones(n)
        pred[X[:, j] < t] = -1
        w = w * np.exp(-alpha * y * p * pred)
        w = w / w.sum()
        clfs.append((j, float(t), p, float(alpha)))
    return clfs
