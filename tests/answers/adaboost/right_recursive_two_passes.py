import numpy as np


def adaboost(X, y, n_rounds, w=None):
    if n_rounds == 0:
        return []
    if w is None:
        w = np.repeat(1 / X.shape[0], X.shape[0])
    errs = {}
    for j in range(X.shape[1]):
        v = sorted(set(X[:, j].tolist()))
        for lo, hi in zip(v, v[1:]):
            above = X[:, j] > (lo + hi) / 2
            e = float(np.dot(w, above != (y > 0)))
            errs[j, (lo + hi) / 2, 1] = e
            errs[j, (lo + hi) / 2, -1] = float(np.dot(w, above == (y > 0)))
    if not errs:
        return []
    m = min(errs.values())
    key = next(k for k, e in errs.items() if e - m <= 1e-12)
    if m >= 0.5 - 1e-12:
        return []
    e = errs[key] if errs[key] > 1e-10 else 1e-10
    alpha = float(np.log(np.sqrt((1 - e) / e)))
    if errs[key] <= 1e-10:
        return [key + (alpha,)]
    h = np.where(X[:, key[0]] > key[1], key[2], -key[2])
    new = w * np.exp(-alpha * y * h)
    return [key + (alpha,)] + adaboost(X, y, n_rounds - 1, new / new.sum())
