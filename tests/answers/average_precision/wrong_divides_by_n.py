# WRONG: divides by the number of items instead of the number of positives
import numpy as np


def average_precision(y_true, scores):
    y = y_true[np.argsort(-scores, kind="stable")]
    ap = 0.0
    for i in range(len(y)):
        if y[i] == 1:
            ap += y[: i + 1].mean()
    return ap / len(y)
