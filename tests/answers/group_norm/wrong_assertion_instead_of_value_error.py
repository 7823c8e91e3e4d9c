# raises AssertionError
import numpy as np


def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    N, C, H, W = x.shape
    assert C % n_groups == 0
    g = x.reshape(N, n_groups, -1)
    g = (g - g.mean(2, keepdims=True)) / np.sqrt(g.var(2, keepdims=True) + eps)
    return g.reshape(x.shape) * gamma.reshape(1, C, 1, 1) + beta.reshape(1, C, 1, 1)
