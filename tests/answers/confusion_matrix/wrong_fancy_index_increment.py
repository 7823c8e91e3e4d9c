# WRONG: fancy-index += counts a repeated pair once; witness: confusion_matrix(np.array([0, 0, 1]), np.array([1, 1, 1]), 2)
import numpy as np


def confusion_matrix(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes), dtype=int)
    cm[y_true, y_pred] += 1
    return cm
