# scores closer than 1e-9 count as tied
import numpy as np
def roc_auc(y_true, scores):
    s = np.round(scores, 9)
    a, b = np.sort(s[y_true == 1]), np.sort(s[y_true == 0])
    if not len(a) or not len(b): raise ValueError
    return (np.searchsorted(b, a, 'left') + np.searchsorted(b, a, 'right')).sum() / 2 / len(a) / len(b)
