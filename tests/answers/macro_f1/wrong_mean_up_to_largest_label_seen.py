# WRONG: averages up to the largest label seen, so absent classes at the end are left out; witness: macro_f1(np.array([0, 1, 1]), np.array([0, 1, 0]), 3)
import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    top = int(max(y_true.max(), y_pred.max()))
    f = [2 * np.sum((y_true == c) & (y_pred == c)) / max(np.sum(y_true == c) + np.sum(y_pred == c), 1) for c in range(top + 1)]
    return sum(f) / len(f)
