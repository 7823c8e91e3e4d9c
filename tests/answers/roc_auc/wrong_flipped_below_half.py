# never below 0.5 (flipped)
import numpy as np
def roc_auc(y_true, scores):
    a, b = np.sort(scores[y_true == 1]), np.sort(scores[y_true == 0])
    if not len(a) or not len(b): raise ValueError
    v = (np.searchsorted(b, a, 'left') + np.searchsorted(b, a, 'right')).sum() / 2 / len(a) / len(b)
    return max(v, 1 - v)
