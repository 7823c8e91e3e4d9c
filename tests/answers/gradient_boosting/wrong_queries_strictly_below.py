# < instead of <= when predicting
import numpy as np


def gradient_boosting(X_train, y_train, X, n_rounds, lr):
    base = float(np.mean(y_train))
    trees, F = [], np.full(y_train.shape, base)
    for _ in range(n_rounds):
        r, best = y_train - F, None
        for j in range(X_train.shape[1]):
            v = np.unique(X_train[:, j])
            for k in range(1, len(v)):
                t = (v[k - 1] + v[k]) / 2
                lo, hi = r[X_train[:, j] < t], r[X_train[:, j] >= t]
                e = np.sum((lo - lo.mean()) ** 2) + np.sum((hi - hi.mean()) ** 2)
                if best is None or e < best[0] - 1e-12 * np.sum(r ** 2):
                    best = (e, j, t, lo.mean(), hi.mean())
        if best is None:
            break
        trees.append(best[1:])
        F = F + lr * np.where(X_train[:, best[1]] < best[2], best[3], best[4])
    return np.array([base + sum(lr * (a if x[j] < t else b) for j, t, a, b in trees) for x in X])
