# WRONG: the shared table is not cleared between calls with the same n_classes; witness: (confusion_matrix(np.array([0, 0, 1]), np.array([1, 1, 1]), 2) + 0, confusion_matrix(np.array([0, 0, 1]), np.array([1, 1, 1]), 2) + 0)
import functools
import numpy as np


@functools.lru_cache(maxsize=None)
def _table(n_classes):
    return np.zeros((n_classes, n_classes), dtype=int)


def confusion_matrix(y_true, y_pred, n_classes):
    cm = _table(n_classes)
    np.add.at(cm, (y_true, y_pred), 1)
    return cm
