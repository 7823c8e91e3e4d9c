"""Standardization as a fitted step: the statistics come from train, and both sets are transformed with them.

The test set stands for data that nobody has seen, perhaps one row at a time. Its own mean and standard
deviation would be unavailable in use, would leak information in evaluation, and would scale the same value
differently in the two sets. Constant columns are found by comparing entries, since rounding may leave them a
computed standard deviation of 1e-17 rather than 0.

O((n + m) d) time and memory.
"""

import numpy as np


def standardize_splits(X_train, X_test):
    """(train, test), both centered and scaled per column by the training set's statistics."""
    mean = np.mean(X_train, axis=0)  # (d,)
    varies = np.max(X_train, axis=0) > np.min(X_train, axis=0)
    scale = np.where(varies, np.std(X_train, axis=0), 1.0)  # no scale, no division
    return (X_train - mean) / scale, (X_test - mean) / scale


# What an interviewer asks next
#
# What is wrong with scaling before splitting? The test rows then influence the mean and standard deviation
# that the model is trained with, so the test score is no longer that of unseen data. It is the most common
# form of leakage.
#
# What about cross-validation? Fit the scaler again in every fold, on that fold's training part, which is why it
# belongs in the pipeline that is cross-validated and not before it.
#
# Will the test columns have mean 0 and standard deviation 1? Only roughly. If they are far off, the
# distribution has shifted, and that is worth knowing.
