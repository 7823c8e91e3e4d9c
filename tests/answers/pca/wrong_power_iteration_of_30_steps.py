# WRONG: power iteration with a fixed 30 steps: wrong when two variances are close
import numpy as np
def pca(X, k):
    Z = X.astype(float) - X.mean(0); n, d = Z.shape
    C = Z.T @ Z / n; V = np.zeros((d, k)); lam = np.zeros(k)
    r = np.random.default_rng(1)
    for i in range(k):
        v = r.standard_normal(d); v -= V @ (V.T @ v); v /= np.linalg.norm(v)
        for _ in range(30):
            u = C @ v; u -= V @ (V.T @ u)
            if np.linalg.norm(u) < 1e-14: break
            v = u / np.linalg.norm(u)
        V[:, i] = v; lam[i] = v @ C @ v; C = C - lam[i] * np.outer(v, v)
    return V, lam, Z @ V
