# WRONG: micro average (plain accuracy); witness: macro_f1(np.array([0, 0, 0, 0, 1, 1, 2]), np.array([0, 0, 0, 1, 1, 0, 2]), 3)
import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    tp = fp = fn = 0
    for c in range(n_classes):
        tp += np.sum((y_true == c) & (y_pred == c))
        fp += np.sum((y_true != c) & (y_pred == c))
        fn += np.sum((y_true == c) & (y_pred != c))
    return float(2 * tp / (2 * tp + fp + fn))
