# WRONG: wrong default slope 0.1; witness: leaky_relu(np.array([-1.0, 2.0]))
import numpy as np


def leaky_relu(x, slope=0.1):
    return np.where(x > 0, x, slope * x)
