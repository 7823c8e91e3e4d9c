"""Average precision

Rank the items by descending score. The precision at rank r is the share of
positives among the first r items. Average it over the ranks at which a
positive stands:

    AP = (1 / P) Σ over the positives of (precision at the positive's rank)

P is the number of positives. Ranks count from 1.

y_true   (n,) integers 0 or 1, n >= 1
scores   (n,) floats; a higher score ranks first
returns  a number between 0 and 1

    >>> y_true = np.array([1, 0, 1, 0])
    >>> scores = np.array([0.9, 0.8, 0.7, 0.1])
    >>> round(float(average_precision(y_true, scores)), 6)
    0.833333

The positives have ranks 1 and 3, with the precisions 1/1 and 2/3.

Edge cases
- ties: of equal scores the lower index ranks first, also among dozens of
  items; tied items are not grouped, and scores that differ by 1e-13 do not
  tie
- one item: n = 1
- no positives: if all labels are 0, return 0
"""

import numpy as np


def average_precision(y_true, scores):
    raise NotImplementedError
