import numpy as np


def confusion_matrix(y_true, y_pred, n_classes):
    code = np.asarray(y_true, dtype=np.int64) * n_classes + np.asarray(y_pred, dtype=np.int64)
    return np.bincount(code, minlength=n_classes**2).reshape(n_classes, -1)
