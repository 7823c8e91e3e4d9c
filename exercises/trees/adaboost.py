"""AdaBoost with decision stumps

Fit one stump after the other, each to samples that are weighted by how badly
the stumps before did on them. A stump looks at one feature:

    h(x) = sign if x[feature] > threshold else -sign

The thresholds to try are midway between neighboring distinct values of a
column, and the signs are 1 and -1. All n weights start at 1/n. In each round:

1. Take the stump of least weighted error e, the sum of the weights of the
   samples with h(x) != y.
2. alpha = log((1 - e) / e) / 2
3. Multiply each weight by exp(-alpha * y * h(x)), then divide all weights by
   their sum.

X         samples (n, d), one per row
y         labels (n,), integers 1 and -1
n_rounds  the most rounds to do, 1 or more
returns   a list of tuples (feature, threshold, sign, alpha), one per round
          that was done; feature is an int, sign is 1 or -1 as an int or float

    >>> X = np.array([[1.0], [2.0], [3.0], [4.0], [5.0]])
    >>> y = np.array([-1, -1, 1, 1, -1])
    >>> for feature, threshold, sign, alpha in adaboost(X, y, 2):
    ...     print(feature, float(threshold), int(sign), f"{alpha:.4f}")
    0 2.5 1 0.6931
    0 4.5 -1 0.5493

Edge cases
- repeated values: equal values in a column stay on one side, and a column
  of equal values offers no threshold
- ties: if several stumps have the least error, the lower feature wins, then
  the lower threshold
- rounding: errors within 1e-12 of the least count as equal to it, in every
  round
- a perfect stump: in the formula for alpha, e counts as at least 1e-10; a
  round with e <= 1e-10 is the last
- no better than chance: if the least error is 0.5 - 1e-12 or more, stop
  before this round, so that the list may be empty
- no threshold: if no feature varies, the list is empty
"""

import numpy as np


def adaboost(X, y, n_rounds):
    raise NotImplementedError
