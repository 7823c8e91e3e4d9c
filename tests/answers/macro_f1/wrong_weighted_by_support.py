# WRONG: weighted by the support of each class; witness: macro_f1(np.array([0, 0, 0, 0, 1, 1, 2]), np.array([0, 0, 0, 1, 1, 0, 2]), 3)
import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    n_true = np.bincount(y_true, minlength=n_classes)
    n_pred = np.bincount(y_pred, minlength=n_classes)
    tp = np.bincount(y_true[y_true == y_pred], minlength=n_classes)
    f = 2 * tp / np.maximum(n_true + n_pred, 1)
    return float(np.average(f, weights=n_true))
