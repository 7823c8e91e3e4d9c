# WRONG: size taken from the labels seen, not from n_classes; witness: confusion_matrix(np.array([0, 0, 1]), np.array([1, 1, 1]), 3)
import numpy as np


def confusion_matrix(y_true, y_pred, n_classes):
    k = int(max(np.max(y_true), np.max(y_pred))) + 1
    return np.bincount(y_true * k + y_pred, minlength=k * k).reshape(k, k)
