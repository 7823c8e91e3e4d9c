# WRONG: writes into x through a reshaped view; witness: (lambda x: (layer_norm(x, np.array([1., 2., -1., .5]), np.array([0., .5, 1., -1.])), x))(np.arange(24.).reshape(2, 3, 4) ** 1.5)
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    rows = np.asarray(x, dtype=float).reshape(-1, np.shape(x)[-1])
    rows -= rows.mean(axis=1, keepdims=True)
    out = rows / np.sqrt((rows ** 2).mean(axis=1, keepdims=True) + eps)
    return (out * gamma + beta).reshape(np.shape(x))
