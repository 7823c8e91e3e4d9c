import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    t, p = np.asarray(y_true), np.asarray(y_pred)
    both = np.bincount(t, minlength=n_classes) + np.bincount(p, minlength=n_classes)
    hits = np.bincount(t[t == p], minlength=n_classes)
    return np.mean(2.0 * hits / np.maximum(both, 1))
