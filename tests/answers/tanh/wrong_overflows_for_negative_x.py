# WRONG: only stable for positive x, exp(-2x) overflows at -1000 and gives NaN; witness: tanh(np.array([-1000.0, 1.0]))
import numpy as np


def tanh(x):
    e = np.exp(-2.0 * x)
    return (1.0 - e) / (1.0 + e)
