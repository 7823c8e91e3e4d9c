# WRONG: thresholds on a grid over [0, 1], blind to scores outside; witness: roc_auc(np.array([0, 1, 0, 1]), np.array([-3.0, -1.0, -2.0, -2.5]))
import numpy as np


def roc_auc(y_true, scores):
    y, s = np.asarray(y_true), np.asarray(scores, dtype=float)
    if y.min() == y.max():
        raise ValueError("one class")
    grid = np.concatenate([[np.inf], np.linspace(1, 0, 1001), [-np.inf]])
    tpr = np.array([np.mean(s[y == 1] >= g) for g in grid])
    fpr = np.array([np.mean(s[y == 0] >= g) for g in grid])
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))
