# WRONG: axis 1 instead of the last axis: a single vector (d,) fails and 3-D input is normalised over the middle axis; witness: layer_norm(np.arange(4.), np.array([1., 2., -1., .5]), np.array([0., .5, 1., -1.]))
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    mu = np.mean(x, axis=1, keepdims=True)
    var = np.var(x, axis=1, keepdims=True)
    return (x - mu) / np.sqrt(var + eps) * gamma + beta
