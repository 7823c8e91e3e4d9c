# WRONG: groups tied scores at one threshold, and the result is NaN without positives
import numpy as np


def average_precision(y_true, scores):
    thresholds = np.unique(scores)[::-1]
    total = y_true.sum()
    ap = last = 0.0
    for t in thresholds:
        picked = scores >= t
        tp = y_true[picked].sum()
        ap += (tp / total - last) * tp / picked.sum()
        last = tp / total
    return ap
