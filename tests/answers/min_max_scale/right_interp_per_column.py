import numpy as np


def _scale(col):
    lo, hi = float(np.amin(col)), float(np.amax(col))
    if lo == hi:
        return np.zeros(len(col))
    return np.interp(col, [lo, hi], [0.0, 1.0])


def min_max_scale(X: np.ndarray) -> np.ndarray:
    return np.apply_along_axis(_scale, 0, X)
