from fractions import Fraction
import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    hits, seen = {}, {}
    for t, p in zip(np.asarray(y_true).tolist(), np.asarray(y_pred).tolist()):
        seen[t] = seen.get(t, 0) + 1
        seen[p] = seen.get(p, 0) + 1
        if t == p:
            hits[t] = hits.get(t, 0) + 1
    return float(sum((Fraction(2 * h, seen[c]) for c, h in hits.items()), Fraction(0)) / n_classes)
