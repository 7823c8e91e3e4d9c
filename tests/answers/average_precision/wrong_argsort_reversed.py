# WRONG: reversing argsort puts the higher index first among ties
import numpy as np


def average_precision(y_true, scores):
    y = y_true[np.argsort(scores)[::-1]]
    if not y.any():
        return 0.0
    return np.sum(np.cumsum(y) / np.arange(1, y.size + 1) * y) / y.sum()
