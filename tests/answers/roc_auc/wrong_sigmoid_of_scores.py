# scores passed through a sigmoid: large ones tie
import numpy as np
def roc_auc(y_true, scores):
    s = 0.5 + 0.5 * np.tanh(scores / 2)
    a, b = np.sort(s[y_true == 1]), np.sort(s[y_true == 0])
    if not len(a) or not len(b): raise ValueError
    return (np.searchsorted(b, a, 'left') + np.searchsorted(b, a, 'right')).sum() / 2 / len(a) / len(b)
