"""Entropy of a label vector

How many bits does one label of y carry on average?

    H = -sum_i p_i * log2(p_i)        p_i = share of label i in y

The sum is over the labels that occur.

y        labels (n,), integers from 0
returns  a number: 0 if there is one label only, 1 for two equally
         frequent labels

    >>> round(float(entropy(np.array([0, 2, 0, 3]))), 4)
    1.5

Edge cases
- pure: a y with one label only, or of length 1, gives 0 to within 1e-12
- gaps: some labels below the largest may not occur; the dtype may be any
  integer one, such as uint8
- no labels: an empty y gives 0
"""

import numpy as np


def entropy(y):
    raise NotImplementedError
