"""Macro-averaged F1

With more than two classes, compute F1 for each class against the rest, and average over the classes, each
with the same weight:

    F1_k = 2 TP_k / (2 TP_k + FP_k + FN_k)        macro F1 = (1 / n_classes) sum_k F1_k

y_true     (n,) labels, integers from 0 to n_classes - 1
y_pred     (n,) the same
n_classes  how many classes there are
returns    a number in [0, 1]

    >>> float(macro_f1(np.array([0, 0, 1, 2]), np.array([0, 1, 1, 2]), 4).round(4))
    0.5833

Edge cases: a class that occurs neither in y_true nor in y_pred has an F1 of 0, and counts in the average.
"""

import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    raise NotImplementedError
