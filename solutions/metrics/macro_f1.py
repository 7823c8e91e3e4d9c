"""Macro F1 from three counts for each class.

2 TP + FP + FN is the number predicted as the class plus the number that belong to it, so three bincounts are
enough. Where that is 0, TP is 0 as well, and dividing by 1 instead gives the 0 that is asked for.

O(n + n_classes) time.
"""

import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    """The unweighted mean over all classes of F1; an absent class has 0."""
    actual = np.bincount(y_true, minlength=n_classes)  # (n_classes,)
    predicted = np.bincount(y_pred, minlength=n_classes)
    hits = np.bincount(y_true[y_true == y_pred], minlength=n_classes)
    return np.mean(2 * hits / np.maximum(actual + predicted, 1))


# What an interviewer asks next
#
# How do micro and weighted F1 differ? Micro sums the counts over the classes first; with one label per
# sample that is just accuracy. Weighted averages F1 by class frequency. Macro makes a rare class matter as much as a
# common one.
#
# Is it the F1 of macro precision and macro recall? No: the mean of harmonic means is not the harmonic mean of
# means.
#
# What does scikit-learn do with an absent class? It averages over the labels that occur, unless `labels`
# names them all.
