# WRONG: compares label counts, not positions; witness: accuracy(np.array([0, 1, 2, 2]), np.array([2, 2, 1, 0]))
import numpy as np


def accuracy(y_true, y_pred):
    k = int(max(y_true.max(), y_pred.max())) + 1
    a, b = np.bincount(y_true, minlength=k), np.bincount(y_pred, minlength=k)
    return float(np.minimum(a, b).sum() / len(y_true))
