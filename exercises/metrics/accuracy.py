"""Accuracy

The share of predictions that are right.

y_true   (n,) integer labels, at least one, of any number of classes
y_pred   (n,) integer labels
returns  a float between 0 and 1

    >>> float(accuracy(np.array([0, 2, 1, 1]), np.array([0, 2, 2, 1])))
    0.75

Edge cases
- one sample: the result is 0 or 1
- large labels: labels may leave gaps and go up to a million
- integer dtypes: labels may have any integer dtype, such as uint8, and the
  two arrays need not have the same one
"""

import numpy as np


def accuracy(y_true, y_pred):
    raise NotImplementedError
