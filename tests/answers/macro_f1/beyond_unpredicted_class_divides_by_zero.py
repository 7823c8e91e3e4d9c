# WRONG: a class that occurs but is never predicted gives 0/0; witness: macro_f1(np.array([0, 1, 1]), np.array([0, 0, 0]), 2)
import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    scores = np.zeros(n_classes)
    for c in range(n_classes):
        t, p = y_true == c, y_pred == c
        if not t.any():
            continue
        precision = np.sum(t & p) / np.sum(p)
        recall = np.sum(t & p) / np.sum(t)
        scores[c] = 2 * precision * recall / (precision + recall) if precision > 0 else 0.0
    return scores.mean()
