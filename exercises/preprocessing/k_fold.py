"""Folds for cross-validation

Deal the row numbers 0 to n - 1 out into k validation folds at random: each
row is validated on exactly once, and trained on in the other k - 1 folds.
The sizes of the validation folds differ by at most 1.

Shuffle the rows: every way to deal them out into folds of these sizes must
be equally likely, so neighbors do not stay together. The order of the folds,
and of the rows inside them, is free.

n        how many rows
k        how many folds
rng      a numpy.random.Generator, the only source of randomness
returns  a list of k pairs (train_idx, val_idx) of integer arrays; the two
         arrays of each pair together hold all n rows

    >>> folds = k_fold(7, 3, np.random.default_rng(0))
    >>> sorted((len(train), len(val)) for train, val in folds)
    [(4, 3), (5, 2), (5, 2)]

Edge cases
- few rows: with three rows in two folds, each row is as often the one alone
- leave one out: k = n is allowed; each fold validates on one row
- invalid k: k < 2 or k > n raises ValueError
"""

import numpy as np


def k_fold(n, k, rng):
    raise NotImplementedError
