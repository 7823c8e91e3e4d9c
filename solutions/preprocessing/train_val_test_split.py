"""A random split by one permutation of the row numbers, cut in three.

A permutation holds every row number once, so its pieces are disjoint and complete without further care, and
since X and y are indexed with the same piece, each row keeps its label. Cutting at n_val and n_val + n_test
counts from the front and so works for empty parts too, where order[-0:] would be everything.

O(n d) time and memory.
"""

import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    """(X_train, y_train, X_val, y_val, X_test, y_test), every row in one part, drawn at random."""
    n = len(X)
    n_val = int(n * val_fraction + 1e-9)
    n_test = int(n * test_fraction + 1e-9)
    val, test, train = np.split(rng.permutation(n), [n_val, n_val + n_test])
    return X[train], y[train], X[val], y[val], X[test], y[test]


# What an interviewer asks next
#
# Why three parts? Train fits the weights, validation chooses among models and settings, and by choosing you
# overfit the validation set a little. The test set, looked at once, tells what is left of the score.
#
# One class is rare: what then? Split each class by itself (a stratified split), so that every part has its
# share.
#
# When is a random split wrong? When rows are not independent: several rows of one patient belong to the same
# part, and for a time series the test part must come after the training part.
