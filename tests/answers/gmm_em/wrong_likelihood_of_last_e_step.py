# WRONG: the log-likelihood of the parameters before the last step
import numpy as np


def gmm_em(X, means, variances, weights, n_steps):
    for _ in range(n_steps):
        L = np.log(weights) - 0.5 * (np.log(2 * np.pi * variances) + (X[:, None] - means) ** 2 / variances).sum(-1)
        lse = np.logaddexp.reduce(L, axis=1)
        ll = lse.sum()
        R = np.exp(L - lse[:, None])
        N = R.sum(0)
        means = R.T @ X / N[:, None]
        variances = (R[..., None] * (X[:, None] - means) ** 2).sum(0) / N[:, None] + 1e-6
        weights = N / N.sum()
    return means, variances, weights, ll
