# never tries sign -1
import numpy as np


def adaboost(X, y, n_rounds):
    w, model = np.ones(len(y)) / len(y), []
    for _ in range(n_rounds):
        best = None
        for j in range(X.shape[1]):
            u = np.unique(X[:, j])
            for t in (u[:-1] + u[1:]) / 2:
                h = np.where(X[:, j] > t, 1, -1)
                e = (w * (h != y)).sum()
                if best is None or e < best[0] - 1e-12:
                    best = (e, j, t, h)
        if best is None or best[0] >= 0.5 - 1e-12:
            return model
        e = max(best[0], 1e-10)
        a = np.log((1 - e) / e) / 2
        model.append((best[1], best[2], 1, a))
        if best[0] <= 1e-10:
            return model
        w = w * np.exp(-a * y * best[3])
        w = w / w.sum()
    return model
