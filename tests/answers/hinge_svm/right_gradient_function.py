import numpy as np


def grads(X, y, w, b, lam):
    n = len(y)
    mask = (1 - y * (X.dot(w) + b)) > 0
    dw = -(X * (y * mask)[:, None]).sum(axis=0) / n + 2 * lam * w
    db = -np.sum(y[mask]) / n
    return dw, db


def hinge_svm(X, y, lam, lr, epochs):
    w = np.zeros(X.shape[1])
    b = 0.0
    for _ in range(epochs):
        dw, db = grads(X, y, w, b, lam)
        w = w - lr * dw
        b = b - lr * db
    return w, b
