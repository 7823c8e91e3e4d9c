import numpy as np


def leaky_relu(x, slope=0.01):
    """positive part + slope * negative part"""
    pos = np.maximum(x, 0.0)
    neg = np.minimum(x, 0.0)
    return pos + slope * neg
