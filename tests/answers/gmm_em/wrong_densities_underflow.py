# WRONG: densities underflow for far samples, and 0/0 is NaN
import numpy as np


def pdf(X, m, v):
    return np.prod(np.exp(-((X - m) ** 2) / (2 * v)) / np.sqrt(2 * np.pi * v), axis=1)


def gmm_em(X, means, variances, weights, n_steps):
    for _ in range(n_steps):
        P = np.array([w * pdf(X, m, v) for m, v, w in zip(means, variances, weights)]).T
        R = P / P.sum(axis=1, keepdims=True)
        N = R.sum(axis=0)
        means = R.T @ X / N[:, None]
        variances = np.array([R[:, k] @ (X - means[k]) ** 2 / N[k] for k in range(len(N))]) + 1e-6
        weights = N / len(X)
    P = np.array([w * pdf(X, m, v) for m, v, w in zip(means, variances, weights)]).T
    return means, variances, weights, np.log(P.sum(axis=1)).sum()
