import torch


def hinge_svm(X, y, lam, lr, epochs):
    """Minimize the hinge loss with an L2 penalty by full-batch subgradient descent."""
    n, d = X.shape
    # A product of matrices takes no integers beside floats.
    y = y.to(X.dtype)
    w, b = torch.zeros(d, dtype=X.dtype), torch.zeros((), dtype=X.dtype)
    for _ in range(epochs):
        pushed = torch.where(y * (X @ w + b) < 1, y, 0.0)
        w, b = w - lr * (2 * lam * w - pushed @ X / n), b + lr * pushed.mean()
    return w, b
