# WRONG: eps is a floor, max(var, eps), instead of being added; witness: batch_norm(np.array([[0.], [.01]]), np.ones(1), np.zeros(1))
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    var = np.maximum(x.var(axis=0), eps)
    return gamma * (x - x.mean(axis=0)) / np.sqrt(var) + beta
