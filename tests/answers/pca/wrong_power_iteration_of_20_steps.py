# WRONG: power iteration with only 20 steps has not converged when the top variances are close; witness: abs(np.cov(pca(np.random.default_rng(0).normal(size=(200, 3)) * np.array([1.0, 1.05, 1.1]), 2)[2], rowvar=False)[0, 1]) < 1e-6
import numpy as np


def pca(X, k):
    Z = X - X.mean(axis=0)
    C = Z.T @ Z / len(Z)
    start = np.random.default_rng(0).normal(size=(X.shape[1], X.shape[1]))
    W, lam = [], []
    for i in range(k):
        v = start[i] / np.linalg.norm(start[i])
        for _ in range(20):
            u = C @ v
            for w in W:
                u = u - (w @ u) * w
            if np.linalg.norm(u) > 1e-14:
                v = u / np.linalg.norm(u)
        for w in W:
            v = v - (w @ v) * w
        v = v / np.linalg.norm(v)
        W.append(v)
        lam.append(v @ C @ v)
    W = np.array(W).T
    return W, np.array(lam), Z @ W
