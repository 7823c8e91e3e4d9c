# alpha = log((1 - e) / e), as in multi-class AdaBoost
import numpy as np


def adaboost(X, y, n_rounds):
    n, d = X.shape
    w, model = np.full(n, 1 / n), []
    stumps = [(j, (a + b) / 2, s) for j in range(d) for a, b in zip(np.unique(X[:, j]), np.unique(X[:, j])[1:]) for s in (1, -1)]
    for _ in range(n_rounds if stumps else 0):
        errs = np.array([w[np.where(X[:, j] > t, s, -s) != y].sum() for j, t, s in stumps])
        k = np.flatnonzero(errs <= errs.min() + 1e-12)[0]
        if errs[k] >= 0.5 - 1e-12:
            break
        e = max(errs[k], 1e-10)
        j, t, s = stumps[k]
        alpha = np.log((1 - e) / e)
        model.append((j, t, s, alpha))
        if errs[k] <= 1e-10:
            break
        w = w * np.exp(alpha * (np.where(X[:, j] > t, s, -s) != y))
        w = w / w.sum()
    return model
