# WRONG: eps slips into the running variance; witness: batch_norm_train(np.array([[1.], [1.]]), np.ones(1), np.zeros(1), np.zeros(1), np.ones(1), eps=.5)
import numpy as np


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mu = x.mean(axis=0)
    var = x.var(axis=0) + eps
    out = gamma * (x - mu) / np.sqrt(var) + beta
    return out, (1 - momentum) * running_mean + momentum * mu, (1 - momentum) * running_var + momentum * var
