# WRONG: trapezoids under the precision-recall curve
import numpy as np


def average_precision(y_true, scores):
    y = y_true[np.argsort(-scores, kind="stable")]
    if y.sum() == 0:
        return 0.0
    tp = np.cumsum(y)
    precision = np.concatenate([[1.0], tp / np.arange(1, len(y) + 1)])
    recall = np.concatenate([[0.0], tp / tp[-1]])
    return float(np.sum((recall[1:] - recall[:-1]) * (precision[1:] + precision[:-1]) * 0.5))
