# crashes where there is no threshold
import numpy as np


def gradient_boosting(X_train, y_train, X, n_rounds, lr):
    splits = [(j, (a + b) / 2) for j in range(X_train.shape[1])
              for a, b in zip(np.unique(X_train[:, j])[:-1], np.unique(X_train[:, j])[1:])]
    F, out = np.full(len(y_train), y_train.mean()), np.full(len(X), y_train.mean())
    for _ in range(n_rounds):
        r = y_train - F
        sse = []
        for j, t in splits:
            m = X_train[:, j] <= t
            sse.append(np.sum((r[m] - r[m].mean()) ** 2) + np.sum((r[~m] - r[~m].mean()) ** 2))
        k = np.flatnonzero(np.array(sse) <= np.min(sse) + 1e-12 * np.sum(r ** 2))[0]
        j, t = splits[k]
        m = X_train[:, j] <= t
        F += lr * np.where(m, r[m].mean(), r[~m].mean())
        out += lr * np.where(X[:, j] <= t, r[m].mean(), r[~m].mean())
    return out
