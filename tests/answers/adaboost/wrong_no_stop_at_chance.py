# compares with 0.5 exactly
import numpy as np


def adaboost(X, y, n_rounds):
    n, d = X.shape
    w, model = np.full(n, 1 / n), []
    for _ in range(n_rounds):
        best = (1.0,)
        for j in range(d):
            u = np.unique(X[:, j])
            for k in range(len(u) - 1):
                t = 0.5 * (u[k] + u[k + 1])
                for s in (1, -1):
                    h = np.where(X[:, j] > t, s, -s)
                    e = w @ (h != y)
                    if e < best[0] - 1e-12:
                        best = (e, j, t, s, h)
        if best[0] > 0.5 or len(best) == 1:
            break
        e, j, t, s, h = best
        c = max(e, 1e-10)
        a = np.log((1 - c) / c) / 2
        model.append((j, t, s, a))
        if e <= 1e-10:
            break
        w = w * np.exp(-a * y * h)
        w /= w.sum()
    return model
