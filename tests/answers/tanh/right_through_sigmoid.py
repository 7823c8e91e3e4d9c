import numpy as np


def _sigmoid(z):
    return np.exp(-np.logaddexp(0.0, -z))


def tanh(x):
    return 2.0 * _sigmoid(2.0 * np.asarray(x, dtype=np.float64)) - 1.0
