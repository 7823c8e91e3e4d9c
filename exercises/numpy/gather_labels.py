"""The probability of each row's label

A classifier gives every sample a row of class probabilities. Pick, from each row, the probability of that
row's own label; this is the first step of the cross-entropy.

probs    (n, C), one sample a row
labels   (n,), integers from 0 to C - 1
returns  (n,), with probs[i, labels[i]] in place i

    >>> probs = np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]])
    >>> gather_labels(probs, np.array([0, 2]))
    array([0.7, 0.6])

Edge cases: a single sample, and a single class.
"""

import numpy as np


def gather_labels(probs, labels):
    raise NotImplementedError
