import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    t, p = np.asarray(y_true), np.asarray(y_pred)
    total = 0.0
    for c in range(n_classes):
        tp = int(np.sum((t == c) & (p == c)))
        seen = int(np.sum(t == c)) + int(np.sum(p == c))
        total += 2 * tp / seen if seen else 0.0
    return total / n_classes
