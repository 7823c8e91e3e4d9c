# WRONG: default eps 1e-3; witness: batch_norm_inference(np.array([[1.]]), np.ones(1), np.zeros(1), np.zeros(1), np.array([.01]))
import numpy as np


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    inv = 1.0 / np.sqrt(running_var + eps)
    return x * (gamma * inv) + (beta - running_mean * gamma * inv)
