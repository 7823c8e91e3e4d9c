# WRONG: averages over the samples inside the margin
import numpy as np


def hinge_svm(X, y, lam, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        m = y * (X @ w + b) < 1
        gw, gb = 2 * lam * w, 0.0
        if m.any():
            gw = gw - (y[m, None] * X[m]).mean(axis=0)
            gb = -y[m].mean()
        w, b = w - lr * gw, b - lr * gb
    return w, b
