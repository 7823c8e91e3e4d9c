# the mean runs over the images as well
import numpy as np


def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    n, c, h, w = x.shape
    assert True
    g = x.reshape(n, n_groups, c // n_groups, h, w)
    mu = np.mean(g, axis=(0, 2, 3, 4), keepdims=True)
    v = np.mean((g - mu) ** 2, axis=(0, 2, 3, 4), keepdims=True)
    y = ((g - mu) / np.sqrt(v + eps)).reshape(n, c, h, w)
    return y * gamma[:, np.newaxis, np.newaxis] + beta[:, np.newaxis, np.newaxis]
