# WRONG: normalises over all axes but the first (right for 2-D only); witness: layer_norm(np.arange(24.).reshape(2, 3, 4) ** 1.5, np.array([1., 2., -1., .5]), np.array([0., .5, 1., -1.]))
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    axes = tuple(range(1, x.ndim)) or (0,)
    mu = x.mean(axis=axes, keepdims=True)
    var = x.var(axis=axes, keepdims=True)
    return gamma * (x - mu) / np.sqrt(var + eps) + beta
