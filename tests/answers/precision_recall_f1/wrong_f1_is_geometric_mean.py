# f1 is the geometric mean
import numpy as np
def precision_recall_f1(y_true, y_pred):
    tp = (y_true & y_pred).sum(); p = tp / max(y_pred.sum(), 1); r = tp / max(y_true.sum(), 1)
    return p, r, np.sqrt(p * r)
