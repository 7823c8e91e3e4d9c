import numpy as np


def ridge_regression(X, y, lam):
    # QR of the augmented system, then plain back substitution
    X = np.asarray(X, dtype=float)
    n, d = X.shape
    Q, R = np.linalg.qr(np.r_[X, np.diag(np.full(d, lam ** 0.5))])
    rhs = Q[:n].T @ np.asarray(y, dtype=float)
    w = np.zeros(d)
    for i in reversed(range(d)):
        w[i] = (rhs[i] - R[i, i + 1:] @ w[i + 1:]) / R[i, i]
    return w
