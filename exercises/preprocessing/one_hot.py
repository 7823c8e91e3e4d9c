"""One-hot encoding

Turn class labels into rows with a single 1:

    result[i, k] = 1.0 if labels[i] == k else 0.0

labels    (n,) integers from 0
n_classes how many columns; the largest label plus 1 unless told otherwise
returns   (n, n_classes) floats

    >>> one_hot(np.array([2, 0, 2]))
    array([[0., 0., 1.],
           [1., 0., 0.],
           [0., 0., 1.]])

Edge cases: a class need not occur, in the middle or at the end; a negative label, or one that is n_classes or
more, raises ValueError.
"""

import numpy as np


def one_hot(labels, n_classes=None):
    raise NotImplementedError
