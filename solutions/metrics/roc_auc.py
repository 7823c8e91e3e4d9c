"""ROC AUC from ranks.

In ascending order of scores, the rank of a positive is the number of samples scored no higher, itself
included. Summed over the positives and less what they would have among themselves, 1 + 2 + … + P, this counts
the pairs in which the positive is above the negative. Samples with the same score share the mean of their ranks,
which makes each
tied pair count one half. Dividing by all P N pairs gives the area: the Mann-Whitney statistic.

O(n log n) time, O(n) memory.
"""

import numpy as np


def roc_auc(y_true, scores):
    """The probability that a random positive scores above a random negative, ties counting half."""
    positive = y_true == 1
    P, N = np.sum(positive), np.sum(~positive)
    if P * N == 0:
        raise ValueError("The area is defined only where both classes occur.")
    _, group, sizes = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = np.cumsum(sizes) - (sizes - 1) / 2  # of each distinct score, from 1, shared by its group
    below = np.mean(ranks[group[positive]]) - (P + 1) / 2  # negatives below a positive, on average
    return below / N


# What an interviewer asks next
#
# What does it not depend on? Calibration, or any increasing map of the scores, and the class balance: it uses
# the order within pairs only.
#
# When is it misleading? With very few positives, a small false positive rate is still many false alarms. The
# area under the precision-recall curve shows that.
#
# How does the curve itself go? Sort by descending score; accumulate positives and negatives; keep only the
# last point of each group of equal scores, start at (0, 0), and integrate by trapezoids: a tied group is a slanted
# segment.
#
# What is AUC 0.3 good for? Reverse the scores and it is 0.7: something was learned, with the wrong sign.
