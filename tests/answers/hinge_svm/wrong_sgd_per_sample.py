# WRONG: an update after every sample
import numpy as np


def hinge_svm(X, y, lam, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        for xi, yi in zip(X, y):
            if yi * (xi @ w + b) >= 1:
                w = w - lr * 2 * lam * w
            else:
                w = w - lr * (2 * lam * w - yi * xi)
                b = b + lr * yi
    return w, b
