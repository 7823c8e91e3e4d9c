# WRONG: tied scores in the order they come, no half credit; witness: roc_auc(np.array([1, 0, 1, 0]), np.array([0.5, 0.5, 0.9, 0.1]))
import numpy as np


def roc_auc(y_true, scores):
    y = np.asarray(y_true)[np.argsort(-np.asarray(scores), kind="stable")]
    n_pos, n_neg = y.sum(), (1 - y).sum()
    if n_pos == 0 or n_neg == 0:
        raise ValueError("one class")
    tpr = np.cumsum(y) / n_pos
    return float(np.sum(tpr[y == 0]) / n_neg)
