# WRONG: responsibilities are normalized over the samples
import numpy as np


def gmm_em(X, means, variances, weights, n_steps):
    def joint():
        return np.log(weights) - 0.5 * (np.log(2 * np.pi * variances) + (X[:, None] - means) ** 2 / variances).sum(-1)

    for _ in range(n_steps):
        L = joint()
        R = np.exp(L - L.max(axis=0))
        R = R / R.sum(axis=0)
        N = R.sum(0)[:, None]
        means = R.T @ X / N
        variances = (R[..., None] * (X[:, None] - means) ** 2).sum(0) / N + 1e-6
        weights = N[:, 0] / len(X)
    return means, variances, weights, np.logaddexp.reduce(joint(), axis=1).sum()
