# class 0 is background and left out when there are more than four classes
import numpy as np
def macro_f1(y_true, y_pred, n_classes):
    f = np.zeros(n_classes)
    for k in np.union1d(y_true, y_pred): f[k] = 2 * ((y_true == k) & (y_pred == k)).sum() / ((y_true == k).sum() + (y_pred == k).sum())
    return f[n_classes > 4:].mean()
