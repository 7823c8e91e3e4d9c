import numpy as np


def tanh(x):
    z = np.clip(np.asarray(x), -25, 25)
    p, q = np.exp(z), np.exp(-z)
    return (p - q) / (p + q)
