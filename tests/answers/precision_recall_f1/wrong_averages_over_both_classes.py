# WRONG: averages over both classes; witness: precision_recall_f1(np.array([0, 1, 1, 1]), np.array([0, 1, 0, 0]))
import numpy as np


def precision_recall_f1(y_true, y_pred):
    rows = []
    for c in (0, 1):
        tp = np.sum((y_true == c) & (y_pred == c))
        p = tp / max(np.sum(y_pred == c), 1)
        r = tp / max(np.sum(y_true == c), 1)
        rows.append((p, r, 2 * p * r / (p + r) if tp else 0.0))
    return tuple(np.mean(rows, axis=0))
