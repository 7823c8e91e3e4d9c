# eps is added to the standard deviation
import numpy as np


def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    N, C, H, W = x.shape
    g = x.reshape(N * n_groups, C // n_groups * H * W)
    g = (g.T - g.mean(1)) / (g.std(1) + eps)
    return g.T.reshape(x.shape) * gamma.reshape(1, C, 1, 1) + beta.reshape(1, C, 1, 1)
