# WRONG: scores cut to float32, so close scores become ties; witness: roc_auc(np.array([1, 0]), np.array([1.0 + 1e-10, 1.0]))
import numpy as np


def roc_auc(y_true, scores):
    s = np.asarray(scores, dtype=np.float32)
    pos, neg = s[y_true == 1], np.sort(s[y_true == 0])
    if len(pos) == 0 or len(neg) == 0:
        raise ValueError("one class")
    wins = np.searchsorted(neg, pos) + np.searchsorted(neg, pos, side="right")
    return wins.mean() / (2 * len(neg))
