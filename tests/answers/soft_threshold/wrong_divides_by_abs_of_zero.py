# WRONG: divides by |x|, NaN and a RuntimeWarning at x = 0; witness: soft_threshold(np.array([0.0, 2.0, -3.0]), 1.0)
import numpy as np


def soft_threshold(x, t):
    x = np.asarray(x, dtype=float)
    return x * np.maximum(1.0 - t / np.abs(x), 0.0)
