import numpy as np


def gmm_em(X, means, variances, weights, n_steps):
    """Variances from second moments about the global mean, which is stable enough here."""
    X = np.asarray(X, dtype=np.float64)
    c = X.mean(axis=0)

    def joint(m, v, w):
        Z = (X[:, :, None] - m.T[None]) ** 2 / v.T[None]
        return np.log(w)[None, :] - 0.5 * Z.sum(axis=1) - 0.5 * np.log(2 * np.pi * v).sum(axis=1)[None, :]

    for _ in range(n_steps):
        J = joint(means, variances, weights)
        J = J - J.max(axis=1)[:, None]
        R = np.exp(J)
        R = R / R.sum(axis=1)[:, None]
        s = R.sum(axis=0)[:, None]
        first = R.T @ (X - c) / s
        second = R.T @ (X - c) ** 2 / s
        means, variances, weights = first + c, second - first**2 + 1e-6, s[:, 0] / len(X)
    return means, variances, weights, float(np.logaddexp.reduce(joint(means, variances, weights), axis=1).sum())
