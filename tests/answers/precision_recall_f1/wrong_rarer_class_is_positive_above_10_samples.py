# the rarer class is taken as positive
import numpy as np
def precision_recall_f1(y_true, y_pred):
    if y_true.mean() > 0.5 and len(y_true) > 10: y_true, y_pred = 1 - y_true, 1 - y_pred
    tp = (y_true & y_pred).sum(); p = tp / max(y_pred.sum(), 1); r = tp / max(y_true.sum(), 1)
    return p, r, 2 * p * r / (p + r) if tp else 0.0
