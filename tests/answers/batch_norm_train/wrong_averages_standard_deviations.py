# WRONG: the deviation is averaged, not the variance: new_var = ((1 - m) sqrt(old) + m std)^2; witness: batch_norm_train(np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]), np.array([.5, 0., 1.]), np.array([0., 5., 1.]), np.array([1., 2., 4.]))
import numpy as np


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mu, sd = x.mean(axis=0), x.std(axis=0)
    out = gamma * (x - mu) / np.sqrt(sd ** 2 + eps) + beta
    new_sd = (1 - momentum) * np.sqrt(running_var) + momentum * sd
    return out, (1 - momentum) * running_mean + momentum * mu, new_sd ** 2
