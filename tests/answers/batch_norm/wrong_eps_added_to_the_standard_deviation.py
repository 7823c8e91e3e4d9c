# WRONG: eps is added to the standard deviation instead of the variance; witness: batch_norm(np.array([[0.], [.01]]), np.ones(1), np.zeros(1))
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    mu, sigma = np.mean(x, axis=0), np.std(x, axis=0)
    return gamma * ((x - mu) / (sigma + eps)) + beta
