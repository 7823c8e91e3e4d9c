import numpy as np


def soft_threshold(x, t):
    relu = lambda v: np.maximum(v, 0.0)
    a = np.asarray(x, float)
    return relu(a - t) - relu(-a - t)
