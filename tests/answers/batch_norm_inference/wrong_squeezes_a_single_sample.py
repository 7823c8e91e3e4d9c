# WRONG: n = 1 comes back squeezed to shape (d,); witness: batch_norm_inference(np.array([[1., 2.]]), np.ones(2), np.zeros(2), np.zeros(2), np.ones(2))
import numpy as np


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    rows = [gamma * (r - running_mean) / np.sqrt(running_var + eps) + beta for r in x]
    return np.squeeze(np.array(rows), axis=0) if len(rows) == 1 else np.array(rows)
