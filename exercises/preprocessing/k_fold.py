"""Folds for cross-validation

Deal the row numbers 0 to n - 1 out into k validation folds at random: every row is validated on exactly once,
and trained on in the other k - 1 folds.

n       how many rows
k       how many folds
rng     a numpy.random.Generator, the only source of randomness
returns a list of k pairs (train_idx, val_idx) of integer arrays; in each pair the two together are all n rows

    >>> folds = k_fold(7, 3, np.random.default_rng(0))
    >>> sorted((len(train), len(val)) for train, val in folds)
    [(4, 3), (5, 2), (5, 2)]

The sizes of the validation folds differ by at most 1. Membership is drawn row by row, so no fold is a block
of neighbours; the order of the folds, and that inside them, is free.

Edge cases: k = n leaves one row out at a time; k < 2 or k > n raises ValueError.
"""

import numpy as np


def k_fold(n, k, rng):
    raise NotImplementedError
