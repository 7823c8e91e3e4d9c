# WRONG: the curve does not start at (0, 0), losing the first trapezoid; witness: roc_auc(np.array([0, 1, 0, 1]), np.array([0.9, 0.9, 0.1, 0.5]))
import numpy as np


def roc_auc(y_true, scores):
    n_pos, n_neg = np.sum(y_true == 1), np.sum(y_true == 0)
    if n_pos == 0 or n_neg == 0:
        raise ValueError("one class")
    levels, pos = np.unique(-np.asarray(scores, float), return_inverse=True)
    pos = pos.reshape(-1)
    tpr = np.cumsum(np.bincount(pos, weights=y_true == 1, minlength=len(levels))) / n_pos
    fpr = np.cumsum(np.bincount(pos, weights=y_true == 0, minlength=len(levels))) / n_neg
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))
