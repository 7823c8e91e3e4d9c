# WRONG: subtracts the mean first (layer norm without shift); witness: rms_norm(np.array([1., 2., 3.]), np.ones(3))
import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    return gamma * (x - x.mean(axis=-1, keepdims=True)) / np.sqrt(x.var(axis=-1, keepdims=True) + eps)
