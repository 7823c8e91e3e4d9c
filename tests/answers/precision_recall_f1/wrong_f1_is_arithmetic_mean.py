# WRONG: F1 is the arithmetic mean; witness: precision_recall_f1(np.array([0, 1, 1, 1]), np.array([0, 1, 0, 0]))
import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    p = tp / max(np.sum(y_pred == 1), 1)
    r = tp / max(np.sum(y_true == 1), 1)
    return p, r, (p + r) / 2 if tp else 0.0
