# WRONG: the value is right, but np.where evaluates both branches and the unused one overflows with a RuntimeWarning; witness: tanh(np.array([-1000.0, 1000.0]))
import numpy as np


def tanh(x):
    x = np.asarray(x, dtype=float)
    return np.where(x >= 0, 2.0 / (1.0 + np.exp(-2.0 * x)) - 1.0, 1.0 - 2.0 / (1.0 + np.exp(2.0 * x)))
