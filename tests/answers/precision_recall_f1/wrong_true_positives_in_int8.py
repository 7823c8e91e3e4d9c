# counts in int8 wrap
import numpy as np
def precision_recall_f1(y_true, y_pred):
    a, b = y_true.astype(np.int8), y_pred.astype(np.int8)
    tp = float(a @ b); P = int(y_pred.sum()); R = int(y_true.sum())
    p = tp / P if P else 0.0; r = tp / R if R else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0
