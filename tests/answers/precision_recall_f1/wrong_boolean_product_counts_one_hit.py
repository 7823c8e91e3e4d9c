# WRONG: the product of boolean vectors is a boolean, so at most one true positive is counted; witness: precision_recall_f1(np.array([1, 1, 1, 0]), np.array([1, 1, 0, 1]))
import numpy as np


def precision_recall_f1(y_true, y_pred):
    t = np.asarray(y_true) == 1
    p = np.asarray(y_pred) == 1
    tp = int(t @ p)
    prec = tp / p.sum() if p.any() else 0.0
    rec = tp / t.sum() if t.any() else 0.0
    return prec, rec, 2 * prec * rec / (prec + rec) if tp else 0.0
