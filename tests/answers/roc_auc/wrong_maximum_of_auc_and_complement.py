# WRONG: reports max(auc, 1 - auc); witness: roc_auc(np.array([1, 0, 0]), np.array([0.1, 0.5, 0.9]))
import numpy as np


def roc_auc(y_true, scores):
    pos, neg = scores[y_true == 1], np.sort(scores[y_true == 0])
    if len(pos) == 0 or len(neg) == 0:
        raise ValueError("one class")
    wins = np.searchsorted(neg, pos) + np.searchsorted(neg, pos, side="right")
    auc = wins.mean() / (2 * len(neg))
    return max(auc, 1 - auc)
