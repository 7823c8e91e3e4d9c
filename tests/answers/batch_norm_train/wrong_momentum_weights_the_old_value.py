# WRONG: the momentum is the share of the old value (default 0.9, so the default call agrees); witness: batch_norm_train(np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]), np.array([.5, 0., 1.]), np.array([0., 5., 1.]), np.array([1., 2., 4.]), momentum=0.25)
import numpy as np


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5):
    mu, var = x.mean(axis=0), x.var(axis=0)
    out = gamma * (x - mu) / np.sqrt(var + eps) + beta
    return (out, momentum * running_mean + (1 - momentum) * mu,
            momentum * running_var + (1 - momentum) * var)
