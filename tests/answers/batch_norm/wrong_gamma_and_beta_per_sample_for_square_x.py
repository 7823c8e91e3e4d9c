# WRONG: for a square x gamma and beta are applied per sample instead of per feature; witness: batch_norm(np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]), np.array([.5, 0., 1.]))
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    xh = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps)
    axis = xh.shape.index(len(gamma))        # where the features are
    shape = [1, 1]
    shape[axis] = -1
    return np.reshape(gamma, shape) * xh + np.reshape(beta, shape)
