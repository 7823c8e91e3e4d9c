"""Gini impurity

How mixed are the labels of a node? Gini impurity is the chance that two
labels drawn from it, with replacement, differ:

    Gini = 1 - sum_i p_i ** 2        p_i = share of label i in y

y        labels (n,), integers
returns  a number, from 0 for a pure node to just below 1

    >>> round(float(gini(np.array([3, 3, -1, 8]))), 4)
    0.625

Edge cases
- any integers: negative labels, gaps, labels up to ±1e16 (some of them 1
  apart), and any integer dtype, such as int8 or uint8
- no labels: an empty y has impurity 0
"""

import numpy as np


def gini(y):
    raise NotImplementedError
