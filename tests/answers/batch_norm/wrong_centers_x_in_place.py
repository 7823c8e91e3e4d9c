# WRONG: centres float64 input in place (np.asarray is no copy); witness: (lambda x: (batch_norm(x, np.array([1., 2., -1.]), np.array([.5, 0., 1.])), x))(np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]))
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    x = np.asarray(x, dtype=float)
    x -= x.mean(axis=0)
    return gamma * x / np.sqrt((x ** 2).mean(axis=0) + eps) + beta
