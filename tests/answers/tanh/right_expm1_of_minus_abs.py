import numpy as np


def tanh(x):
    x = np.asarray(x, dtype=float)
    t = np.expm1(-2.0 * np.abs(x))
    return np.copysign(-t / (2.0 + t), x)
