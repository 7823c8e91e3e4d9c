# WRONG: the folded shift is beta - mean * scale * gamma with scale = gamma / std: gamma counts twice in the mean's term; witness: batch_norm_inference(np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]), np.array([.5, 0., 1.]), np.array([0., 5., 1.]), np.array([1., 2., 4.]))
import numpy as np


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    scale = gamma / np.sqrt(running_var + eps)
    shift = beta - running_mean * scale * gamma
    return x * scale + shift
