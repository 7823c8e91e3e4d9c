# WRONG: harmonic mean of macro precision and macro recall; witness: macro_f1(np.array([0, 1, 1, 2, 2, 2]), np.array([0, 1, 0, 0, 2, 1]), 3)
import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes))
    np.add.at(cm, (y_true, y_pred), 1)
    p = np.mean(np.diag(cm) / np.maximum(cm.sum(axis=0), 1))
    r = np.mean(np.diag(cm) / np.maximum(cm.sum(axis=1), 1))
    return 2 * p * r / (p + r) if p + r > 0 else 0.0
