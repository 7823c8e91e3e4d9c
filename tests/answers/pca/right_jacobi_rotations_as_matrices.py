import numpy as np
import math
def pca(X, k):
    """Cyclic Jacobi rotations."""
    n, d = X.shape
    Z = X.astype(float); Z = Z - Z.sum(0) / n
    A = Z.T @ Z / n
    V = np.eye(d)
    for _ in range(60):
        if np.abs(A - np.diag(np.diag(A))).max(initial=0) <= 1e-300 + 1e-17 * np.abs(A).max():
            break
        for p in range(d):
            for q in range(p + 1, d):
                if A[p, q] == 0:
                    continue
                th = 0.5 * math.atan2(2 * A[p, q], A[q, q] - A[p, p])
                c, s = math.cos(th), math.sin(th)
                J = np.eye(d); J[p, p] = J[q, q] = c; J[p, q] = s; J[q, p] = -s
                A = J.T @ A @ J; V = V @ J
    lam = np.maximum(np.diag(A), 0)
    o = np.argsort(-lam, kind="stable")[:k]
    W = V[:, o] / np.sqrt((V[:, o] ** 2).sum(0))
    return W, lam[o], Z @ W
