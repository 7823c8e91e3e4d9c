# WRONG: two classes are laid out with the positive class first; witness: confusion_matrix(np.array([0, 0, 1, 1]), np.array([0, 0, 1, 0]), 2)
import numpy as np


def confusion_matrix(y_true, y_pred, n_classes):
    if n_classes == 2:
        t, p = np.asarray(y_true, dtype=bool), np.asarray(y_pred, dtype=bool)
        tp, fn = np.sum(t & p), np.sum(t & ~p)
        fp, tn = np.sum(~t & p), np.sum(~t & ~p)
        return np.array([[tp, fn], [fp, tn]])
    code = np.asarray(y_true) * n_classes + np.asarray(y_pred)
    return np.bincount(code, minlength=n_classes**2).reshape(n_classes, n_classes)
