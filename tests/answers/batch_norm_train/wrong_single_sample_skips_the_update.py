# WRONG: a batch of one sample leaves the running statistics alone; witness: batch_norm_train(np.array([[4., 2.]]), np.ones(2), np.zeros(2), np.zeros(2), np.ones(2))
import numpy as np


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mu, var = x.mean(axis=0), x.var(axis=0)
    out = gamma * (x - mu) / np.sqrt(var + eps) + beta
    if len(x) == 1:                                  # no statistics in one sample
        return out, running_mean.copy(), running_var.copy()
    return out, running_mean + momentum * (mu - running_mean), running_var + momentum * (var - running_var)
