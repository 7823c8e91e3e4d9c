# WRONG: an assertion instead of ValueError for one class; witness: roc_auc(np.array([0, 0]), np.array([0.2, 0.7]))
import numpy as np


def roc_auc(y_true, scores):
    pos, neg = scores[y_true == 1], np.sort(scores[y_true == 0])
    assert len(pos) and len(neg), "both classes are needed"
    wins = np.searchsorted(neg, pos) + np.searchsorted(neg, pos, side="right")
    return wins.mean() / (2 * len(neg))
