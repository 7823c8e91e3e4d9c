import numpy as np


def linear_regression(X, y, lr, epochs):
    rows = [list(map(float, r)) for r in np.asarray(X)]
    targets = [float(t) for t in np.asarray(y)]
    n, d = len(rows), len(rows[0])
    w, b = [0.0] * d, 0.0
    for _ in range(epochs):
        gw, gb = [0.0] * d, 0.0
        for r, t in zip(rows, targets):
            e = sum(a * c for a, c in zip(r, w)) + b - t
            gb += e
            for j, a in enumerate(r):
                gw[j] += e * a
        w = [wj - lr * 2.0 * g / n for wj, g in zip(w, gw)]
        b -= lr * 2.0 * gb / n
    return np.array(w), b
