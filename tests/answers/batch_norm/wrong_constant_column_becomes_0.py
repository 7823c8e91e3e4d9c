# WRONG: a constant column comes out as 0 instead of beta; witness: batch_norm(np.array([[.1, 1.], [.1, 2.], [.1, 3.]]), np.ones(2), np.array([5., 7.]))
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    out = gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta
    out[:, np.ptp(x, axis=0) == 0] = 0.0
    return out
