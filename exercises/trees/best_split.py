"""The best split of a node

Grow one node of a decision tree: over all features and all thresholds, find the split x <= threshold with the
highest information gain.

    gain = H(y) - (n_left / n) H(y_left) - (n_right / n) H(y_right)        H in bits

X        (n, d) samples, one a row
y        (n,) labels, integers from 0; not every label need occur
returns  (feature, threshold, gain): the column, the threshold and what the split gains

The thresholds to try lie midway between neighbouring distinct values of a column. On a tie the lower feature
wins, and within a feature the lower threshold.

    >>> X = np.array([[5.0, 1.0], [5.0, 2.0], [7.0, 6.0]])
    >>> feature, threshold, gain = best_split(X, np.array([0, 0, 1]))
    >>> (int(feature), float(threshold), round(float(gain), 4))
    (0, 6.0, 0.9183)

Edge cases: if no split gains more than 1e-12 (a pure node, constant columns, a single sample, or sides as mixed
as the whole), return (None, None, 0.0).
"""

import numpy as np


def best_split(X, y):
    raise NotImplementedError
