# tied scores by their order (argsort of argsort), not half
import numpy as np
def roc_auc(y_true, scores):
    p = y_true.sum(); n = len(y_true) - p
    if p == 0 or n == 0: raise ValueError
    r = np.empty(len(scores)); r[np.argsort(scores, kind='stable')] = np.arange(1, len(scores) + 1)
    return (r[y_true == 1].sum() - p * (p + 1) / 2) / (p * n)
