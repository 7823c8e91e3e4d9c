# WRONG: sample variance (n - 1); a guard makes n = 1 work; witness: batch_norm(np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]), np.array([.5, 0., 1.]))
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    n = x.shape[0]
    centred = x - x.mean(axis=0)
    var = (centred ** 2).sum(axis=0) / max(n - 1, 1)
    return gamma * centred / np.sqrt(var + eps) + beta
