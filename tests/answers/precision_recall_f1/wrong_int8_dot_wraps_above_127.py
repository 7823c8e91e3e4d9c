# WRONG: counts in int8, wrong beyond 127 positives; witness: precision_recall_f1(np.ones(200, dtype=int), np.ones(200, dtype=int))
import numpy as np


def precision_recall_f1(y_true, y_pred):
    t = np.asarray(y_true).astype(np.int8)
    p = np.asarray(y_pred).astype(np.int8)
    tp = int(np.dot(t, p))
    n_pred, n_true = int(p.sum()), int(t.sum())
    prec = tp / n_pred if n_pred else 0.0
    rec = tp / n_true if n_true else 0.0
    return prec, rec, 2 * prec * rec / (prec + rec) if tp else 0.0
