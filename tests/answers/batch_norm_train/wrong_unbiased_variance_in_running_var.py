# WRONG: the running variance takes the unbiased batch variance (as PyTorch does); witness: batch_norm_train(np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]), np.array([.5, 0., 1.]), np.array([0., 5., 1.]), np.array([1., 2., 4.]))
import numpy as np


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    n = x.shape[0]
    mu, var = x.mean(axis=0), x.var(axis=0)
    out = gamma * (x - mu) / np.sqrt(var + eps) + beta
    unbiased = var * n / (n - 1) if n > 1 else var
    return (out, (1 - momentum) * running_mean + momentum * mu,
            (1 - momentum) * running_var + momentum * unbiased)
