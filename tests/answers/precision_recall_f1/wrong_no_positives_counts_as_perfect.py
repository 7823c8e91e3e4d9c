# WRONG: no positives anywhere counts as perfect (1, 1, 1); witness: precision_recall_f1(np.array([0, 0]), np.array([0, 0]))
import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    n_pred, n_true = np.sum(y_pred == 1), np.sum(y_true == 1)
    if n_pred == 0 and n_true == 0:
        return 1.0, 1.0, 1.0
    p = tp / n_pred if n_pred else 0.0
    r = tp / n_true if n_true else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0
