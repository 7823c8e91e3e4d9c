import math
import numpy as np


def logistic_regression(X, y, lr, epochs):
    data = [(list(map(float, r)), float(t)) for r, t in zip(np.asarray(X), np.asarray(y))]
    n, d = len(data), len(data[0][0])
    w, b = [0.0] * d, 0.0
    for _ in range(epochs):
        gw, gb = [0.0] * d, 0.0
        for r, t in data:
            s = b + sum(a * c for a, c in zip(r, w))
            e = math.exp(-abs(s))
            p = 1 / (1 + e) if s >= 0 else e / (1 + e)
            gb += (p - t) / n
            for j in range(d):
                gw[j] += (p - t) * r[j] / n
        for j in range(d):
            w[j] -= lr * gw[j]
        b -= lr * gb
    return np.asarray(w), b
