import numpy as np
from functools import partial


def _f1(t, p, c):
    inter = np.count_nonzero(np.logical_and(t == c, p == c))
    union_plus = np.count_nonzero(t == c) + np.count_nonzero(p == c)
    match union_plus:
        case 0:
            return 0.0
        case _:
            return 2.0 * inter / union_plus


def macro_f1(y_true, y_pred, n_classes):
    one = partial(_f1, np.asarray(y_true), np.asarray(y_pred))
    return np.fromiter(map(one, range(n_classes)), dtype=float, count=n_classes).mean()
