# mistake: margin_of_one_counts
import torch


def hinge_svm(X, y, lam, lr, epochs):
    n, d = X.shape
    w, b = torch.zeros(d), 0.0
    for _ in range(epochs):
        pushed = torch.where(y * (X @ w + b) <= 1, y, 0).to(X.dtype)
        w, b = w - lr * (2 * lam * w - pushed @ X / n), b + lr * pushed.mean()
    return w, b
