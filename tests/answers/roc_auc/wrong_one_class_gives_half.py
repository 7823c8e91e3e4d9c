# WRONG: one class returns 0.5 instead of raising; witness: roc_auc(np.array([1, 1]), np.array([0.2, 0.7]))
import numpy as np


def roc_auc(y_true, scores):
    pos, neg = scores[y_true == 1], np.sort(scores[y_true == 0])
    if len(pos) == 0 or len(neg) == 0:
        return 0.5
    return np.mean(np.searchsorted(neg, pos) + np.searchsorted(neg, pos, side="right")) / (2 * len(neg))
