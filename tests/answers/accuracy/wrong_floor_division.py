# WRONG: floor division, 0 unless everything is right; witness: accuracy(np.array([0, 1, 2, 2]), np.array([0, 1, 2, 1]))
import numpy as np


def accuracy(y_true, y_pred):
    return float(np.sum(y_true == y_pred) // len(y_true))
