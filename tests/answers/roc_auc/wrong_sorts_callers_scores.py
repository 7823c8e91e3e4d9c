# WRONG: sorts the caller's scores; witness: (lambda s: (roc_auc(np.array([1, 0, 1]), s), s))(np.array([0.7, 0.2, 0.1]))
import numpy as np


def roc_auc(y_true, scores):
    s = np.asarray(scores, dtype=float)
    pos, neg = s[y_true == 1], s[y_true == 0]
    if len(pos) == 0 or len(neg) == 0:
        raise ValueError("one class")
    s.sort()
    left = np.searchsorted(s, pos) + np.searchsorted(s, pos, side="right")
    own = np.sort(pos)
    left = left - np.searchsorted(own, pos) - np.searchsorted(own, pos, side="right")
    return left.sum() / (2 * len(pos) * len(neg))
