import numpy as np


def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    N, C, H, W = x.shape
    if C % n_groups:
        raise ValueError("C must be divisible by n_groups")
    g = x.reshape(N, n_groups, C // n_groups, H, W)
    mu = g.mean(axis=(2, 3, 4), keepdims=True)
    var = ((g - mu) ** 2).mean(axis=(2, 3, 4), keepdims=True)
    g = (g - mu) * (var + eps) ** -0.5
    return g.reshape(N, C, H, W) * gamma.reshape(1, C, 1, 1) + beta.reshape(1, C, 1, 1)
