# WRONG: uses the batch's statistics when there are at least two samples; witness: batch_norm_inference(np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]), np.array([.5, 0., 1.]), np.array([0., 5., 1.]), np.array([1., 2., 4.]))
import numpy as np


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    if x.shape[0] > 1:
        mean, var = x.mean(axis=0), x.var(axis=0)
    else:
        mean, var = running_mean, running_var
    return gamma * (x - mean) / np.sqrt(var + eps) + beta
