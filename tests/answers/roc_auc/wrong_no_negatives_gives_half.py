# only all-negative raises; all-positive gives 0/0 -> 0.5
import numpy as np
def roc_auc(y_true, scores):
    a, b = np.sort(scores[y_true == 1]), np.sort(scores[y_true == 0])
    if not len(a): raise ValueError
    if not len(b): return 0.5
    return (np.searchsorted(b, a, 'left') + np.searchsorted(b, a, 'right')).sum() / 2 / len(a) / len(b)
