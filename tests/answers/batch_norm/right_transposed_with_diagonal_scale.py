import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    X = np.asarray(x, dtype=float).T                 # one feature a row
    centred = X - np.average(X, axis=1, keepdims=True)
    var = np.square(np.linalg.norm(centred, axis=1)) / X.shape[1]
    inv = np.float_power(var + eps, -0.5)
    return (np.diag(np.broadcast_to(np.ravel(gamma), inv.shape) * inv) @ centred).T + beta
