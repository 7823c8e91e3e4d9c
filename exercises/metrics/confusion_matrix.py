"""Confusion matrix

Count how often each label is predicted for each true label.

    C[a, b] = number of samples with y_true = a and y_pred = b

y_true     (n,) labels, integers from 0 to n_classes - 1
y_pred     (n,) the same
n_classes  how many classes there are
returns    an integer array (n_classes, n_classes): one row per true label, one
           column per predicted label

    >>> y_true, y_pred = np.array([0, 0, 1, 1, 1]), np.array([0, 1, 1, 1, 0])
    >>> confusion_matrix(y_true, y_pred, 3)
    array([[1, 1, 0],
           [1, 2, 0],
           [0, 0, 0]])

Edge cases
- absent classes: a class that does not occur keeps its row and its column of
  zeros
- one class: the result is a (1, 1) matrix
- integer dtypes: labels may have any integer dtype, such as uint8
"""

import numpy as np


def confusion_matrix(y_true, y_pred, n_classes):
    raise NotImplementedError
