"""Entropy of a label vector

How many bits does a label of this node carry on average?

    H = -sum_i p_i log2(p_i)        p_i = share of label i in y, over the labels that occur

y        (n,) labels, integers from 0; some in between may not occur
returns  a number: 0 for a pure node, 1 for two equally frequent labels

    >>> round(float(entropy(np.array([0, 2, 0, 3]))), 4)
    1.5

Edge cases: a pure node gives 0, neither -0.0 nor NaN, and so does an empty y.
"""

import numpy as np


def entropy(y):
    raise NotImplementedError
