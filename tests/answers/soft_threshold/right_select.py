import numpy as np


def soft_threshold(x, t):
    arr = np.asarray(x)
    return np.select([arr > t, arr < -t], [arr - t, arr + t], default=0.0)
