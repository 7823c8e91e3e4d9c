import numpy as np


def relu(x):
    x = np.asarray(x)
    out = x.copy(order="K")
    out[out < 0] = 0
    return out
