# right, but a mean of squares minus the squared mean loses digits far from the origin
import numpy as np


def gmm_em(X, means, variances, weights, n_steps):
    X = np.asarray(X, dtype=float)
    m, v, w = means, variances, weights
    for t in range(n_steps + 1):
        L = np.log(w) - 0.5 * (np.log(2 * np.pi * v).sum(1) + ((X[:, None] - m) ** 2 / v).sum(2))
        s = np.logaddexp.reduce(L, axis=1)
        if t == n_steps:
            return m, v, w, s.sum()
        R = np.exp(L - s[:, None])
        N = R.sum(0)[:, None]
        m = R.T @ X / N
        v = np.maximum(R.T @ X**2 / N - m**2, 0) + 1e-6
        w = N.ravel() / len(X)
