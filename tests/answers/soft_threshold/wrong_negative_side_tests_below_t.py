# WRONG: negative side tests x < t instead of x < -t; witness: soft_threshold(np.array([0.5, -0.5, 2.0, -3.0]), 1.0)
import numpy as np


def soft_threshold(x, t):
    return np.where(x > t, x - t, np.where(x < t, x + t, 0.0))
