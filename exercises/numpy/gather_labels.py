"""The probability of each row's label

A classifier gives every sample a row of class probabilities. From each row,
pick the probability of that row's own label. This is the first step of the
cross-entropy.

probs    (n, C), one sample per row
labels   (n,), integers from 0 to C - 1
returns  an array (n,) whose entry i is probs[i, labels[i]], unchanged

    >>> probs = np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]])
    >>> gather_labels(probs, np.array([0, 2]))
    array([0.7, 0.6])

Edge cases
- one sample: n = 1 gives shape (1,)
- one class: C = 1, so all labels are 0
- many classes: hundreds of columns
- label dtypes: labels may have any integer dtype, such as uint8
- zero probabilities: a 0 stays 0 and does not become a small number
"""

import numpy as np


def gather_labels(probs, labels):
    raise NotImplementedError
