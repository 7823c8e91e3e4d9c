# kind: crashed
import torch


def hinge_svm(X, y, lam, lr, epochs):
    n, d = X.shape
    w, b = torch.zeros(d), 0.0
    for _ in range(epochs):
        inside = y * (X @ w + b) < 1
        w, b = w - lr * (2 * lam * w - (y * inside) @ X / n), b + lr * (y * inside).sum() / n
    return w, b
