# WRONG: clips the argument at +-3, so it saturates at 0.995; witness: tanh(np.array([1000.0, -1000.0]))
import numpy as np


def tanh(x):
    z = np.clip(x, -3.0, 3.0)
    p, q = np.exp(z), np.exp(-z)
    return (p - q) / (p + q)
