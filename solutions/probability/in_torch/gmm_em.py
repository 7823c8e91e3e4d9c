import math

import torch


def gmm_em(X, means, variances, weights, n_steps):
    """Take n_steps of EM and return the parameters with the log-likelihood under them."""
    for _ in range(n_steps):
        r = log_joint(X, means, variances, weights).softmax(dim=1)
        counts = r.sum(dim=0)
        means = r.T @ X / counts[:, None]
        squares = (X[:, None] - means).square()
        variances = (r[:, :, None] * squares).sum(dim=0) / counts[:, None] + 1e-6
        weights = counts / len(X)
    log_likelihood = log_joint(X, means, variances, weights).logsumexp(dim=1).sum()
    return means, variances, weights, log_likelihood


def log_joint(X, means, variances, weights):
    squares = (X[:, None] - means).square() / variances
    return weights.log() - (torch.log(2 * math.pi * variances) + squares).sum(dim=2) / 2
