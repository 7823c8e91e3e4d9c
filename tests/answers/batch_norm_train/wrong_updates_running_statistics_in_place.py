# WRONG: updates the running statistics in place; witness: (lambda rm, rv: (batch_norm_train(np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]), np.array([.5, 0., 1.]), rm, rv), rm, rv))(np.array([0., 5., 1.]), np.array([1., 2., 4.]))
import numpy as np


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mu, var = x.mean(axis=0), x.var(axis=0)
    out = gamma * (x - mu) / np.sqrt(var + eps) + beta
    running_mean *= 1 - momentum
    running_mean += momentum * mu
    running_var *= 1 - momentum
    running_var += momentum * var
    return out, running_mean.copy(), running_var.copy()
