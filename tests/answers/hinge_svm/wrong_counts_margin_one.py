# WRONG: a margin of exactly 1 still counts
import numpy as np


def hinge_svm(X, y, lam, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        m = 1 - y * (X @ w + b) >= 0
        w, b = w - lr * (2 * lam * w - (m * y) @ X / len(X)), b + lr * (m * y).sum() / len(X)
    return w, b
