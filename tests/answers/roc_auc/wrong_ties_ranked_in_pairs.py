# WRONG: mid-ranks only for pairs of equal neighbours, a tie of three or more is ranked wrongly; witness: roc_auc(np.array([1, 0, 0, 0]), np.array([0.5, 0.5, 0.5, 0.1]))
import numpy as np


def roc_auc(y_true, scores):
    order = np.argsort(scores, kind="stable")
    s, y = np.asarray(scores)[order], np.asarray(y_true)[order]
    n = len(s)
    n_pos = int(np.sum(y == 1))
    if n_pos in (0, n):
        raise ValueError("one class")
    rank = np.arange(1.0, n + 1)
    i = 0
    while i < n - 1:
        if s[i] == s[i + 1]:
            rank[i] = rank[i + 1] = (rank[i] + rank[i + 1]) / 2
            i += 1
        i += 1
    return (rank[y == 1].sum() - n_pos * (n_pos + 1) / 2) / (n_pos * (n - n_pos))
