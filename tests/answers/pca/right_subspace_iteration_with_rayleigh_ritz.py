import numpy as np
def pca(X, k):
    """Subspace iteration to convergence on the covariance, finished by Rayleigh-Ritz."""
    Z = X.astype(float) - X.astype(float).mean(0)
    n, d = Z.shape
    C = Z.T @ Z / n
    B = np.linalg.qr(np.random.default_rng(0).standard_normal((d, d)))[0]
    for _ in range(500):
        B = np.linalg.qr(C @ B + 1e-9 * np.trace(C) * B if np.trace(C) else B)[0]
    w, R = np.linalg.eigh(B.T @ C @ B)
    W = (B @ R)[:, ::-1][:, :k]
    return W, np.maximum(w[::-1][:k], 0), Z @ W
