"""Gini impurity

How mixed are the labels of a node? Gini impurity is the chance that two labels drawn from it, with
replacement, differ:

    Gini = 1 - sum_i p_i²        p_i = share of label i in y

y        (n,) labels, any integers: negative ones and gaps may occur
returns  a number from 0 (pure) to just below 1

    >>> round(float(gini(np.array([3, 3, -1, 8]))), 4)
    0.625

Edge cases: an empty y has impurity 0.
"""

import numpy as np


def gini(y):
    raise NotImplementedError
