import numpy as np
def precision_recall_f1(y_true, y_pred):
    tp = float(y_true.astype(float) @ y_pred.astype(float))
    p = tp / max(y_pred.sum(), 1); r = tp / max(y_true.sum(), 1)
    return np.array([p, r, 2 * p * r / (p + r) if p + r > 0 else 0.0])
