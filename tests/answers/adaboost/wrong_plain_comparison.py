# equal errors are told apart by rounding
import numpy as np


def adaboost(X, y, n_rounds):
    n, d = X.shape
    w = np.full(n, 1 / n)
    model = []
    for _ in range(n_rounds):
        min_error, stump, best_pred = float("inf"), None, None
        for j in range(d):
            values = np.unique(X[:, j])
            for t in (values[1:] + values[:-1]) / 2:
                for p in (1, -1):
                    pred = np.where(X[:, j] > t, p, -p)
                    error = np.sum(w[pred != y])
                    if error < min_error:
                        min_error, stump, best_pred = error, (j, t, p), pred
        if stump is None or min_error >= 0.5 - 1e-12:
            break
        e = max(min_error, 1e-10)
        alpha = 0.5 * np.log((1 - e) / e)
        model.append(stump + (alpha,))
        if min_error <= 1e-10:
            break
        w *= np.exp(-alpha * y * best_pred)
        w /= np.sum(w)
    return model
