# WRONG: normalises with the updated running statistics instead of the batch's; witness: batch_norm_train(np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]), np.array([.5, 0., 1.]), np.array([0., 5., 1.]), np.array([1., 2., 4.]))
import numpy as np


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    new_mean = (1 - momentum) * running_mean + momentum * x.mean(axis=0)
    new_var = (1 - momentum) * running_var + momentum * x.var(axis=0)
    out = gamma * (x - new_mean) / np.sqrt(new_var + eps) + beta
    return out, new_mean, new_var
