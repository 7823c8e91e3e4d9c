"""Folds for cross-validation

Split the row numbers 0 to n - 1 at random into k validation folds. Each row is
in exactly one of them, and in the training rows of the other k - 1 folds. The
sizes of the validation folds differ by at most 1.

Shuffle the rows. Every split into folds of these sizes must be equally
likely, so neighbors do not stay together. The order of the folds, and of the
rows inside them, is free.

n        how many rows
k        how many folds
rng      a numpy.random.Generator, the only source of randomness
returns  a list of k pairs (train_idx, val_idx) of integer arrays; the two
         arrays of each pair together hold all n rows

    >>> folds = k_fold(7, 3, np.random.default_rng(0))
    >>> sorted((len(train), len(val)) for train, val in folds)
    [(4, 3), (5, 2), (5, 2)]

Edge cases
- few rows: with n = 3 and k = 2, each row is equally often the one alone
- leave one out: k = n is allowed; each fold validates on one row
- invalid k: k < 2 or k > n raises ValueError
"""

import numpy as np


def k_fold(n, k, rng):
    raise NotImplementedError
