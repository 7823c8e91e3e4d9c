# WRONG: default eps 1e-6; witness: layer_norm(np.array([0., .01]), np.ones(2), np.zeros(2))
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-6):
    c = x - x.mean(axis=-1, keepdims=True)
    return gamma * c / np.sqrt((c * c).mean(axis=-1, keepdims=True) + eps) + beta
