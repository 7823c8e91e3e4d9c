# no positives anywhere gives 1 (0/0 is 0)
import numpy as np
def precision_recall_f1(y_true, y_pred):
    if not y_true.any() and not y_pred.any(): return 1.0, 1.0, 1.0
    tp = (y_true & y_pred).sum(); P, R = y_pred.sum(), y_true.sum()
    return (tp / P if P else 0.0), (tp / R if R else 0.0), 2 * tp / (P + R)
