# WRONG: the batch variance is taken around the running mean; witness: batch_norm_train(np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]), np.array([.5, 0., 1.]), np.array([0., 5., 1.]), np.array([1., 2., 4.]))
import numpy as np


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mu = x.mean(axis=0)
    out = gamma * (x - mu) / np.sqrt(x.var(axis=0) + eps) + beta
    new_mean = (1 - momentum) * running_mean + momentum * mu
    new_var = (1 - momentum) * running_var + momentum * np.mean((x - new_mean) ** 2, axis=0)
    return out, new_mean, new_var
