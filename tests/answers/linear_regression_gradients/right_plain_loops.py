import numpy as np


def linear_regression_gradients(X, y, w, b):
    rows = np.asarray(X).tolist()
    ys = np.asarray(y).tolist()
    ws = np.asarray(w).tolist()
    n, d = len(rows), len(ws)
    dw = [0.0] * d
    db = 0.0
    for row, target in zip(rows, ys):
        err = float(b) - target
        for xj, wj in zip(row, ws):
            err += xj * wj
        db += 2.0 * err / n
        for j in range(d):
            dw[j] += 2.0 * err * row[j] / n
    return np.array(dw), db
