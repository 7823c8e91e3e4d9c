# WRONG: mean over the classes of y_true, a class that is only predicted is left out; witness: macro_f1(np.array([0, 1, 1]), np.array([0, 1, 2]), 3)
import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    absent_everywhere = n_classes - len(np.union1d(y_true, y_pred))
    scores = [0.0] * absent_everywhere
    for c in np.unique(y_true):
        tp = np.sum((y_true == c) & (y_pred == c))
        scores.append(2 * tp / (np.sum(y_true == c) + np.sum(y_pred == c)))
    return float(np.mean(scores))
