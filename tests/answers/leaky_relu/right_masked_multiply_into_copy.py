import numpy as np


def leaky_relu(x, slope=0.01):
    # own dtype; masked multiply into a copy
    y = np.array(x, copy=True)
    np.multiply(y, slope, out=y, where=y < 0)
    return y
