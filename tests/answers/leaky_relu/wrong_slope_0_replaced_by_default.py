# WRONG: slope=0.0 is falsy and replaced by the default; witness: leaky_relu(np.array([-100.0, 2.0]), slope=0.0)
import numpy as np


def leaky_relu(x, slope=0.01):
    a = slope or 0.01
    return np.where(x > 0, x, a * x)
