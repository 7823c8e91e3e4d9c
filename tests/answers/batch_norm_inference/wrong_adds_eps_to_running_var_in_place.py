# WRONG: adds eps to the caller's running_var in place; witness: (lambda rm, rv: (batch_norm_inference(np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]), np.array([.5, 0., 1.]), rm, rv, eps=.1), rv))(np.array([0., 5., 1.]), np.array([1., 2., 4.]))
import numpy as np


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    var = np.asarray(running_var)
    var += eps
    return gamma * (x - running_mean) / np.sqrt(var) + beta
