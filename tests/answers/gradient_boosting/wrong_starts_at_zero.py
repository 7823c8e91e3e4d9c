# F0 = 0 instead of the mean
import numpy as np


def gradient_boosting(X_train, y_train, X, n_rounds, lr):
    F, out = np.zeros(len(y_train)), np.zeros(len(X))
    for _ in range(n_rounds):
        r = y_train - F
        best = (np.inf,)
        for j in range(X_train.shape[1]):
            v = np.unique(X_train[:, j])
            for t in (v[:-1] + v[1:]) / 2:
                m = X_train[:, j] <= t
                e = ((r[m] - r[m].mean()) ** 2).sum() + ((r[~m] - r[~m].mean()) ** 2).sum()
                if e < best[0] - 1e-12 * (r ** 2).sum():
                    best = (e, j, t, r[m].mean(), r[~m].mean())
        if len(best) == 1:
            break
        _, j, t, a, b = best
        F += lr * np.where(X_train[:, j] <= t, a, b)
        out += lr * np.where(X[:, j] <= t, a, b)
    return out
