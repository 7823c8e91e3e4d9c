# WRONG: a class absent from both counts as 1; witness: macro_f1(np.array([0, 1, 1]), np.array([0, 1, 0]), 4)
import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    total = 0.0
    for c in range(n_classes):
        tp = np.sum((y_true == c) & (y_pred == c))
        wrong = np.sum((y_true == c) ^ (y_pred == c))
        total += 1.0 if tp + wrong == 0 else 2 * tp / (2 * tp + wrong)
    return total / n_classes
