"""Accuracy

The share of predictions that are right.

y_true   (n,) integer labels, at least one
y_pred   (n,) integer labels
returns  a float in [0, 1]

    >>> float(accuracy(np.array([0, 2, 1, 1]), np.array([0, 2, 2, 1])))
    0.75

Edge cases: any number of classes; a single sample.
"""

import numpy as np


def accuracy(y_true, y_pred):
    raise NotImplementedError
