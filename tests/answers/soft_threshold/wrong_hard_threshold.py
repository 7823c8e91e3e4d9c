# WRONG: hard thresholding, values beyond t are kept and not shrunk; witness: soft_threshold(np.array([0.5, 2.0, -3.0]), 1.0)
import numpy as np


def soft_threshold(x, t):
    x = np.asarray(x, dtype=float)
    return np.where(np.abs(x) > t, x, 0.0)
