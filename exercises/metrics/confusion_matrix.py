"""Confusion matrix

Count which label is predicted how often for which.

    C[a, b] = number of samples with y_true = a and y_pred = b

y_true     (n,) labels, integers from 0 to n_classes - 1
y_pred     (n,) the same
n_classes  how many classes there are, though not every one need occur
returns    (n_classes, n_classes) integers: true labels down the rows, predicted ones along the columns

    >>> confusion_matrix(np.array([0, 0, 1, 1, 1]), np.array([0, 1, 1, 1, 0]), 3)
    array([[1, 1, 0],
           [1, 2, 0],
           [0, 0, 0]])

Edge cases: a class that never occurs has a row and a column of zeros.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, n_classes):
    raise NotImplementedError
