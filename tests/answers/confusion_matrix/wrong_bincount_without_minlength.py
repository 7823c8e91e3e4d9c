# WRONG: bincount without minlength, fails to reshape unless the last cell is hit; witness: confusion_matrix(np.array([0, 1, 2]), np.array([0, 1, 1]), 3)
import numpy as np


def confusion_matrix(y_true, y_pred, n_classes):
    flat = np.ravel_multi_index((y_true, y_pred), (n_classes, n_classes))
    return np.bincount(flat).reshape(n_classes, n_classes)
