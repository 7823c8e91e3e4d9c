import numpy as np


def roc_auc(y_true, scores):
    s = np.asarray(scores)
    pos, neg = s[np.asarray(y_true) == 1], np.sort(s[np.asarray(y_true) == 0])
    if not (pos.size and neg.size):
        raise ValueError("roc_auc is undefined for one class")
    wins = np.searchsorted(neg, pos, side="left") + np.searchsorted(neg, pos, side="right")
    return wins.mean() / (2 * neg.size)
