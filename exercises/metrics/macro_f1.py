"""Macro-averaged F1

With more than two classes, compute F1 for each class against the rest, and
average over the classes, each with the same weight:

    F1_k = 2 TP_k / (2 TP_k + FP_k + FN_k)

    macro F1 = (1 / n_classes) sum_k F1_k

y_true     (n,) labels, integers from 0 to n_classes - 1
y_pred     (n,) the same
n_classes  how many classes there are
returns    a number between 0 and 1

    >>> y_true, y_pred = np.array([0, 0, 1, 2]), np.array([0, 1, 1, 2])
    >>> float(macro_f1(y_true, y_pred, 4).round(4))
    0.5833

Edge cases
- classes without a hit: a class with TP_k = 0, such as one that is never
  predicted, has an F1 of 0 and counts in the average
- absent classes: a class that occurs in neither array has an F1 of 0 too,
  and counts in the average
- integer dtypes: labels may have any integer dtype, such as uint8
"""

import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    raise NotImplementedError
