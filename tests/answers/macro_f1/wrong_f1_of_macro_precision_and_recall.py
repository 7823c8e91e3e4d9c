# F1 of macro precision and macro recall
import numpy as np
def macro_f1(y_true, y_pred, n_classes):
    t = [((y_true == k) & (y_pred == k)).sum() for k in range(n_classes)]
    p = np.mean([a / max((y_pred == k).sum(), 1) for k, a in enumerate(t)]); r = np.mean([a / max((y_true == k).sum(), 1) for k, a in enumerate(t)])
    return 2 * p * r / (p + r) if p + r else 0.0
