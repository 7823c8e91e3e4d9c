# WRONG: a percentage; witness: accuracy(np.array([0, 1, 2, 2]), np.array([0, 1, 2, 0]))
import numpy as np


def accuracy(y_true, y_pred):
    return 100.0 * np.count_nonzero(y_true == y_pred) / len(y_true)
