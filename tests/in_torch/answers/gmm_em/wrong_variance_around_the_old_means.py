# mistake: around_old_means
import math

import torch


def gmm_em(X, means, variances, weights, n_steps):
    for _ in range(n_steps):
        r = log_joint(X, means, variances, weights).softmax(dim=1)
        counts = r.sum(dim=0)
        squares = (X[:, None] - means).square()
        means = r.T @ X / counts[:, None]
        variances = (r[:, :, None] * squares).sum(dim=0) / counts[:, None] + 1e-6
        weights = counts / len(X)
    return means, variances, weights, log_joint(X, means, variances, weights).logsumexp(dim=1).sum()


def log_joint(X, means, variances, weights):
    squares = (X[:, None] - means).square() / variances
    return weights.log() - (torch.log(2 * math.pi * variances) + squares).sum(dim=2) / 2
