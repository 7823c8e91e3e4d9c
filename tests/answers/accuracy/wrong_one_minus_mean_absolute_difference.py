# WRONG: one minus the mean absolute label difference, right for labels 0 and 1 only; witness: accuracy(np.array([0, 1, 2, 2]), np.array([0, 1, 2, 0]))
import numpy as np


def accuracy(y_true, y_pred):
    return float(1.0 - np.abs(np.asarray(y_true, float) - np.asarray(y_pred, float)).mean())
