# WRONG: rows are predictions; witness: confusion_matrix(np.array([0, 0, 1]), np.array([1, 1, 1]), 2)
import numpy as np


def confusion_matrix(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes), dtype=int)
    for p, t in zip(y_pred, y_true):
        cm[p, t] += 1
    return cm
