# WRONG: F1 fails when precision and recall are both 0; witness: precision_recall_f1(np.array([0, 1, 1]), np.array([1, 0, 0]))
import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = int(np.sum((y_true == 1) & (y_pred == 1)))
    n_pred, n_true = int(np.sum(y_pred == 1)), int(np.sum(y_true == 1))
    if n_pred == 0 or n_true == 0:
        return 0.0, 0.0, 0.0
    p, r = tp / n_pred, tp / n_true
    return p, r, 2.0 / (1.0 / p + 1.0 / r)
