# WRONG: eps outside the root; witness: batch_norm_inference(np.array([[1.]]), np.ones(1), np.zeros(1), np.zeros(1), np.array([1e-6]))
import numpy as np


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * (x - running_mean) / (np.sqrt(running_var) + eps) + beta
