"""The best split of a node

Grow one node of a decision tree. Over all features and all thresholds,
find the split x <= threshold with the highest information gain

    gain = H(y) - (n_left / n) * H(y_left) - (n_right / n) * H(y_right)

with H in bits, H = -sum_i p_i * log2(p_i) over the labels that occur. The
thresholds to try are midway between neighboring distinct values of a
column.

X        samples (n, d), one per row
y        labels (n,), integers from 0; some may not occur
returns  (feature, threshold, gain): the column, the threshold and what
         the split gains

    >>> X = np.array([[5.0, 1.0], [5.0, 2.0], [7.0, 6.0]])
    >>> feature, threshold, gain = best_split(X, np.array([0, 0, 1]))
    >>> int(feature), float(threshold), round(float(gain), 4)
    (0, 6.0, 0.9183)

Edge cases
- repeated values: samples with equal values in a column stay together
- gaps: some labels below the largest may not occur, in y or on a side
- ties: if gains are equal up to rounding (some 1e-12), the lower feature wins,
  then the lower threshold
- close values: two values of a column that differ at all are distinct,
  such as 1e8 and 1e8 + 1, or 1e-7 and 3e-7
- small gains: any gain above 1e-12 makes a split useful, and a side may
  have a single sample
- no useful split: if no split gains more than 1e-12 (one label only, one
  sample, constant columns, or sides as mixed as the whole), return
  (None, None, 0.0)
"""

import numpy as np


def best_split(X, y):
    raise NotImplementedError
