# WRONG: mean over the classes that occur, not over n_classes; witness: macro_f1(np.array([0, 1, 1]), np.array([0, 1, 0]), 4)
import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    scores = []
    for c in range(n_classes):
        seen = np.sum(y_true == c) + np.sum(y_pred == c)
        if seen:
            scores.append(2 * np.sum((y_true == c) & (y_pred == c)) / seen)
    return float(np.mean(scores))
