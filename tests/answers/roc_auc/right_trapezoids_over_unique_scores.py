import numpy as np
def roc_auc(y_true, scores):
    if np.unique(y_true).size < 2: raise ValueError
    u, inv = np.unique(scores, return_inverse=True)
    P = np.bincount(inv, weights=y_true == 1, minlength=u.size); N = np.bincount(inv, weights=y_true == 0, minlength=u.size)
    t = np.append(0, P[::-1].cumsum()) / P.sum(); f = np.append(0, N[::-1].cumsum()) / N.sum()
    return np.trapezoid(t, f)
