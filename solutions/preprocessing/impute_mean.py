"""Mean imputation by counting, so that an empty column needs no special case.

np.nanmean works for most columns, but for one that is all NaN it warns and returns NaN. Summing the present
entries and dividing by how many there are gives the same mean, and with the count raised to at least 1 the empty
column gives 0 / 1 = 0. np.where builds a new array, so the input is never written to.

O(n d) time and memory.
"""

import numpy as np


def impute_mean(X):
    """A copy of X (n, d) with each NaN replaced by its column's mean over the entries that are present."""
    missing = np.isnan(X)
    present = np.sum(~missing, axis=0)  # (d,) how many entries count
    totals = np.sum(np.where(missing, 0.0, X), axis=0)  # (d,)
    means = totals / np.maximum(present, 1)
    return np.where(missing, means, X)  # the means broadcast down their columns


# What an interviewer asks next
#
# What about the test set? Fill it with the means of the training set, as with every statistic: learn on train,
# apply everywhere.
#
# What does mean imputation do to the data? It shrinks the column's variance and weakens its correlations, and
# it hides that something was missing. A 0/1 column that says "was missing" keeps that signal.
#
# When is the mean a bad choice? With outliers or skew take the median, for categories the most frequent one,
# and where the columns predict each other, a model of one from the rest (k nearest neighbors, iterative
# imputation).
