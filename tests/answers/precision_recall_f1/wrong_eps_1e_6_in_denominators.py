# eps 1e-6 in the denominators
import numpy as np
def precision_recall_f1(y_true, y_pred):
    tp = (y_true & y_pred).sum(); p = tp / (y_pred.sum() + 1e-6); r = tp / (y_true.sum() + 1e-6)
    return p, r, 2 * p * r / (p + r + 1e-6)
