import numpy as np


def log_gauss(X, mu, var):
    return -0.5 * (np.log(2 * np.pi * var).sum() + ((X - mu) ** 2 / var).sum(axis=1))


def e_step(X, means, variances, weights):
    L = np.stack([np.log(w) + log_gauss(X, m, v) for m, v, w in zip(means, variances, weights)], axis=1)
    mx = L.max(axis=1, keepdims=True)
    lse = mx + np.log(np.exp(L - mx).sum(axis=1, keepdims=True))
    return np.exp(L - lse), lse.sum()


def m_step(X, R):
    N = R.sum(axis=0)
    mu = (R.T @ X) / N[:, None]
    var = np.array([(R[:, [k]] * (X - mu[k]) ** 2).sum(axis=0) / N[k] for k in range(len(N))]) + 1e-6
    return mu, var, N / len(X)


def gmm_em(X, means, variances, weights, n_steps):
    for _ in range(n_steps):
        R, _ = e_step(X, means, variances, weights)
        means, variances, weights = m_step(X, R)
    _, ll = e_step(X, means, variances, weights)
    return means, variances, weights, ll
