import numpy as np


def min_max_scale(X):
    Z = np.array(X, dtype=float, order="C")
    Z -= Z.min(0)
    top = Z.max(0)
    moving = top > 0
    Z[:, moving] /= top[moving]
    return Z
