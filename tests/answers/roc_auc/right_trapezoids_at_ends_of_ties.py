import numpy as np


def roc_auc(y_true, scores):
    # the curve itself, one corner per distinct score, trapezoids
    y = np.asarray(y_true, dtype=float)
    s = np.asarray(scores)
    order = np.argsort(-s, kind="stable")
    y, s = y[order], s[order]
    ends = np.append(np.flatnonzero(s[1:] != s[:-1]), y.size - 1)
    tps = np.concatenate([[0.0], np.cumsum(y)[ends]])
    fps = np.concatenate([[0.0], np.cumsum(1.0 - y)[ends]])
    if tps[-1] == 0 or fps[-1] == 0:
        raise ValueError("Only one class present in y_true.")
    tpr, fpr = tps / tps[-1], fps / fps[-1]
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1])) / 2)
