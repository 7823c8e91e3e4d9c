# WRONG: only checks for positives, all-positive input divides by zero; witness: roc_auc(np.array([1, 1]), np.array([0.2, 0.7]))
import numpy as np


def roc_auc(y_true, scores):
    pos, neg = scores[y_true == 1], np.sort(scores[y_true == 0])
    if len(pos) == 0:
        raise ValueError("no positives")
    wins = np.searchsorted(neg, pos) + np.searchsorted(neg, pos, side="right")
    return wins.sum() / np.float64(2 * len(neg) * len(pos))
