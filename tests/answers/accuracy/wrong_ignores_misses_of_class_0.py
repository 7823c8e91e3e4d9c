# WRONG: ignores class 0 as if it were padding; witness: accuracy(np.array([0, 0, 1, 1]), np.array([1, 1, 1, 1]))
import numpy as np


def accuracy(y_true, y_pred):
    keep = (y_true != 0) | (y_pred == 0)
    return float(np.sum((y_true == y_pred) & keep) / max(np.sum(keep), 1))
