# WRONG: uint8 counts wrap at 256; witness: confusion_matrix(np.zeros(300, dtype=int), np.zeros(300, dtype=int), 2)
import numpy as np


def confusion_matrix(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes), dtype=np.uint8)
    np.add.at(cm, (y_true, y_pred), 1)
    return cm
