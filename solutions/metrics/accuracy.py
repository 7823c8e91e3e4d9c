"""Accuracy: the mean of right-or-wrong.

True counts as 1 in a mean, so the mean of the comparison is the share of hits. For two classes it is (TP + TN)
/ total. O(n) time.
"""

import numpy as np


def accuracy(y_true, y_pred):
    """The share of positions where both agree."""
    return float(np.mean(y_true == y_pred))


# What an interviewer asks next
#
# When does it mislead? On imbalanced classes: with 1 % positives, always answering "negative" reaches 0.99.
# Look at precision and recall, F1, or balanced accuracy (the mean recall over the classes).
#
# How precise is the estimate? With n independent samples its standard error is sqrt(a (1 - a) / n): about 1
# point for 0.9 at n = 900.
